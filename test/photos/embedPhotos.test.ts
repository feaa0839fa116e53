import type { IExecuteFunctions } from 'n8n-workflow';

import { WebPhotos } from '../../nodes/photos/webPhotos';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';
import { runAgent } from '../delivery/agent';
import { startSend, until } from '../delivery/workflow';
import { contactOf } from '../support/contacts';
import { runSend } from '../support/workflow';
import { embedding, items, person, WAHA } from './embedding';
import { PNG, PNG_URI } from './pictures';

const { sandbox, server, elsewhere, run, arrived } = embedding();

describe('Embed Photos', () => {
	it('puts the picture into the vCard, by its bytes, and asks without the credential', async () => {
		const [output] = await run([`${server.url}/ana.png`]);
		expect(arrived()).toEqual([PNG.toString('base64')]);
		expect(output).toMatchObject({ warnings: [], contacts: [{ photo: PNG_URI }] });
		expect(server.requests.map(({ path }) => path)).toEqual(['/ana.png']);
		const [{ headers } = { headers: {} }] = server.requests;
		const secrets = Object.values(sandbox.credentials.waha).map(String);
		expect(secrets.filter((secret) => JSON.stringify(headers).includes(secret))).toEqual([]);
		expect(headers).not.toHaveProperty('authorization');
	});

	it('asks once for each address of the run, also of one that cannot be had', async () => {
		const photo = `${server.url}/ana.png`;
		const missing = `${server.url}/nobody.png`;
		await run([photo, missing, photo, missing, photo]);
		expect(server.requests.map(({ path }) => path).sort()).toEqual(['/ana.png', '/nobody.png']);
		expect(arrived()).toEqual(
			[1, 0, 1, 0, 1].map((has) => (has ? PNG.toString('base64') : missing)),
		);
	});

	it('follows redirects, also to another server', async () => {
		await run([`${server.url}/moved.png`, `${server.url}/moved-away`]);
		expect(arrived()).toEqual([PNG.toString('base64'), PNG.toString('base64')]);
		expect(elsewhere.requests.map(({ path }) => path)).toEqual(['/there.png']);
	});

	it('loads nothing where the provider carries no photos, where it is off, and in a preview', async () => {
		const photo = `${server.url}/ana.png`;
		const gowa = await run([photo], {}, { provider: 'gowa' });
		expect(JSON.stringify(gowa)).toContain('the photo was left out');
		const off = await run([photo], { embedPhotos: false });
		expect(JSON.stringify(off)).toContain('Set the option Embed Photos');
		const [preview] = await run([photo], {}, { operation: 'preview' });
		expect(preview).toMatchObject({
			warnings: [
				{
					contact: 1,
					field: 'photo',
					message:
						'Photos are embedded only when the card is sent; this preview shows the web address instead',
				},
			],
			contacts: [{ photo }],
		});
		expect(server.requests).toEqual([]);
	});

	it('loads nothing where an item cannot be sent, since then nothing is', async () => {
		const ended = await runSend(
			sandbox,
			{ ...WAHA, options: { embedPhotos: true } },
			{ items: [{ contacts: [person(`${server.url}/ana.png`)] }, { contacts: [] }] },
		);
		expect(ended.error).toBeDefined();
		expect(server.requests).toEqual([]);
	});

	it('ends with the workflow: nothing is sent, and no connection stays', async () => {
		const running = startSend(sandbox, {
			items: items(`${server.url}/slow`, `${server.url}/never`, `${server.url}/ana.png`),
			parameters: WAHA,
			options: { embedPhotos: true },
		});
		await until(() => server.open() === 2);
		running.stop();
		const { run: ended } = await running.finished;
		expect(ended.status).toBe('canceled');
		expect(sandbox.requests()).toEqual([]);
		await until(() => server.open() === 0);
	});

	it('warns of a picture that a service may refuse, and sends it', async () => {
		const [output] = await run([`${server.url}/5MB.jpg`]);
		expect(JSON.stringify(output?.['warnings'])).toContain(
			'The photo is 5 MB, and WAHA may reject a card of that size: at most 700 kB gets through nearly everywhere',
		);
		expect(arrived()[0]).toHaveLength(6_990_508);
	});

	it('keeps the address where the picture has no room, as in a vCard of Telegram', async () => {
		const [output] = await run(
			[`${server.url}/5MB.jpg`],
			{},
			{ provider: 'telegram', chatId: TELEGRAM.chatId },
		);
		expect(JSON.stringify(output)).toContain('(it is larger than 1,250 bytes)');
		expect(output).toMatchObject({ contacts: [{ photo: `${server.url}/5MB.jpg` }] });
	});

	it('sends the same call of an agent once, also when the picture has changed meanwhile', async () => {
		const call = { to: '+447700900001', name: 'Ana' };
		const { answers } = await runAgent(sandbox, [[call], [call]], {
			node: {
				parameters: {
					...WAHA,
					toolDescription: 'Sends a card',
					recipient: "={{ $fromAI('to') }}",
					contactsJson: JSON.stringify(person(`${server.url}/changing`)),
					options: { embedPhotos: true },
				},
			},
		});
		expect(server.requests).toHaveLength(2);
		expect(sandbox.stats()).toMatchObject({ cards: 1, duplicates: 0 });
		expect(JSON.stringify(answers[1])).toContain('so it was not sent again');
	});

	it('holds 100 MB of pictures in a run, and leaves the others at their addresses', async () => {
		const contacts = Array.from({ length: 26 }, (_, place) =>
			contactOf(person(`${server.url}/5MB.jpg?${place}`)),
		);
		let last: unknown;
		const nodeType = Object.assign(new SendContactCard(), {
			async execute(this: IExecuteFunctions) {
				const photos = new WebPhotos(this, { stop: new AbortController().signal });
				await photos.load(contacts);
				last = photos.embed({ contact: contacts[25]!, warnings: [] });
				return [[]];
			},
		});
		const { error } = await startSend(sandbox, { items: items('x'), nodeType }).finished;
		expect(error).toBeUndefined();
		expect(server.requests.length).toBeLessThan(26);
		expect(last).toMatchObject({
			contact: { photo: `${server.url}/5MB.jpg?25` },
			warnings: [
				{
					field: 'photo',
					message: expect.stringContaining(
						'(the photos of this run already total 100 MB; send fewer items at a time)',
					),
				},
			],
		});
	});

	it('refuses a value that is neither on nor off', async () => {
		const ended = await runSend(
			sandbox,
			{ ...WAHA, options: { embedPhotos: "={{ 'maybe' }}" } },
			{ items: items(`${server.url}/ana.png`) },
		);
		expect(ended.error?.message).toContain('Embed Photos has an unknown value');
		expect(sandbox.requests()).toEqual([]);
	});
});
