import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { PHOTO_TIMEOUT } from '../../nodes/photos/loadPhoto';
import { WebPhotos } from '../../nodes/photos/webPhotos';
import { sendContactCards } from '../../nodes/SendContactCard/send';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { runAgent } from '../delivery/agent';
import { startSend, until } from '../delivery/workflow';
import { contactOf } from '../support/contacts';
import { byId } from '../support/providerRows';
import { outputs, runSend, SEND } from '../support/workflow';
import {
	jpeg,
	photosIn,
	PNG,
	PNG_URI,
	redirect,
	send as answerWith,
	servePictures,
	type PictureServer,
} from './pictures';

let sandbox: Sandbox;
let server: PictureServer;
let elsewhere: PictureServer;

beforeAll(async () => {
	sandbox = await startSandbox();
	elsewhere = await servePictures({ '/there.png': answerWith(PNG) });
	server = await servePictures({
		'/ana.png': answerWith(PNG, { 'content-type': 'text/plain' }),
		'/page': answerWith('<!doctype html><p>Log in to see this picture', {
			'content-type': 'text/html; charset=utf-8',
		}),
		'/note.txt': answerWith('This is a text and no picture at all.'),
		'/drawing.svg': answerWith('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
		'/empty': answerWith(''),
		'/short.jpg': answerWith(jpeg(4)),
		'/broken': (response) => response.writeHead(500).end('oops'),
		'/5MB.jpg': answerWith(jpeg(5 * 1024 * 1024)),
		'/large.jpg': answerWith(jpeg(5 * 1024 * 1024 + 1)),
		'/endless.jpg': (response) => {
			// Without Content-Length, and without an end
			const more = () => {
				while (!response.destroyed && response.write(jpeg(65_536)));
			};
			response.writeHead(200).on('drain', more);
			more();
		},
		'/hang-up': (response) => response.destroy(),
		'/half.jpg': (response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write(jpeg(500), () => response.destroy());
		},
		'/slow': (response) => {
			response.writeHead(200).write(jpeg(500));
		},
		'/never': () => undefined,
		'/changing': (response) => response.writeHead(200).end(jpeg(100 + server.requests.length)),
		'/moved.png': redirect('/ana.png', 301),
		'/moved-away': redirect(`${elsewhere.url}/there.png`, 307),
		'/loop': redirect('/loop'),
		'/ftp': redirect('ftp://127.0.0.1/a.png'),
		'/file': redirect('file:///etc/hostname'),
	});
});
afterAll(async () => {
	await server.close();
	await elsewhere.close();
	await sandbox.close();
});
beforeEach(() => {
	sandbox.reset();
	sandbox.clear();
	server.requests.length = 0;
	elsewhere.requests.length = 0;
});

const WAHA: INodeParameters = {
	operation: 'send',
	provider: 'waha',
	session: byId('default'),
	recipient: '+447700900001',
	contactSource: 'json',
	contactsJson: '={{ $json.contacts }}',
};

const person = (photo: string, name = 'Ana') => ({
	name: { formatted_name: name },
	phones: ['+5512996130832'],
	photo,
});

const items = (...photos: string[]) =>
	photos.map((photo) => ({ contacts: [person(photo)] }) as { contacts: never[] });

async function run(
	photos: readonly string[],
	options: INodeParameters = {},
	parameters: INodeParameters = {},
) {
	const ended = await runSend(
		sandbox,
		{ ...WAHA, ...parameters, options: { embedPhotos: true, ...options } },
		{ items: items(...photos) },
	);
	expect(ended.error).toBeUndefined();
	return outputs(ended);
}

/** The values of the `PHOTO` lines that went out, in order. */
const arrived = () => sandbox.requests().flatMap(({ body }) => photosIn(body));

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

	it.each([
		['/nobody.png', '404'],
		['/broken', '500'],
		['/page', 'it is a web page, not a picture'],
		['/note.txt', 'it is not a picture that phones can show: JPEG, PNG, GIF, WebP or BMP'],
		['/drawing.svg', 'it is not a picture that phones can show: JPEG, PNG, GIF, WebP or BMP'],
		['/empty', 'it is too short to be a picture'],
		['/short.jpg', 'it is too short to be a picture'],
		['/large.jpg', 'it is larger than 5 MB'],
		['/endless.jpg', 'it is larger than 5 MB'],
		['/hang-up', 'its server closed the connection without an answer'],
		['/half.jpg', 'its server broke off the transfer'],
		['/loop', 'it is redirected more than 5 times'],
		['/ftp', 'it leads to an address that is neither http nor https'],
		['/file', 'it leads to an address that is neither http nor https'],
	])('sends the card with the address of %s, and says why: %s', async (path, why) => {
		const photo = server.url + path;
		const [output] = await run([photo]);
		expect(output).toMatchObject({
			status: 'sent',
			warnings: [
				{
					contact: 1,
					field: 'photo',
					message: `The photo at ${photo} could not be loaded (${why}): the card has its web address, which phones do not show`,
				},
			],
		});
		expect(output?.['warnings']).toHaveLength(1);
		expect(arrived()).toEqual([photo]);
		await until(() => server.open() === 0);
	});

	it('gives a picture ten seconds', async () => {
		const after = AbortSignal.timeout.bind(AbortSignal);
		const time = new AbortController();
		const spy = jest
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation((ms) => (ms === PHOTO_TIMEOUT ? time.signal : after(ms)));
		const running = run([`${server.url}/slow`, `${server.url}/never`]);
		await until(() => server.open() === 2);
		time.abort();
		const sent = await running;
		spy.mockRestore();
		expect(PHOTO_TIMEOUT).toBe(10_000);
		expect(JSON.stringify(sent).match(/it took more than 10 seconds/g)).toHaveLength(2);
		expect(sandbox.count()).toBe(2);
		await until(() => server.open() === 0);
	});

	it.each([
		['http://127.0.0.1:1/a.png', 'its server could not be reached: the connection was refused'],
		[
			'http://pictures.invalid/a.png',
			'its server could not be reached: its host name does not resolve',
		],
	])('says why the server of %s gave no answer', async (photo, why) => {
		const [output] = await run([photo]);
		expect(JSON.stringify(output?.['warnings'])).toContain(`(${why})`);
		expect(sandbox.count()).toBe(1);
	});

	it('stops asking a server that gives no answer', async () => {
		const photos = Array.from({ length: 20 }, (_, place) => `${server.url}/hang-up?${place}`);
		const sent = await run(photos);
		expect(server.requests.length).toBeLessThan(10);
		expect(sent).toHaveLength(20);
		expect(JSON.stringify(sent.at(-1))).toContain('its server already failed to answer 3 times');
	});

	it('names no user, password or query of an address in a warning', async () => {
		const { host } = new URL(server.url);
		const [output] = await run([`http://ana:s3cr3t@${host}/nobody.png?X-Signature=abc123`]);
		const warnings = JSON.stringify(output?.['warnings']);
		expect(warnings).toContain(`The photo at http://${host}/nobody.png could`);
		expect(warnings).not.toMatch(/s3cr3t|abc123/);
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

	it('says that n8n blocks an address, and who can allow it', async () => {
		const nodeType = Object.assign(new SendContactCard(), {
			async execute(this: IExecuteFunctions) {
				const httpRequest = async () => {
					const blocked = new Error(
						'The request was blocked because it resolves to a restricted IP address',
					);
					blocked.name = 'SsrfBlockedIpError';
					throw blocked;
				};
				const helpers = { ...this.helpers, httpRequest };
				return await sendContactCards.call(
					Object.create(this, { helpers: { value: helpers } }) as IExecuteFunctions,
				);
			},
		});
		const { run: ended } = await startSend(sandbox, {
			items: items('http://169.254.169.254/a.png'),
			parameters: WAHA,
			options: { embedPhotos: true },
			nodeType,
		}).finished;
		const [output] = ended.data.resultData.runData[SEND]?.[0]?.data?.['main']?.[0] ?? [];
		expect(output?.json).toMatchObject({
			status: 'sent',
			warnings: [
				{
					message:
						'The photo at http://169.254.169.254/a.png could not be loaded (its server was not contacted: n8n’s SSRF protection blocks its address; whoever runs n8n can add its host name to N8N_SSRF_ALLOWED_HOSTNAMES, or its IP address, as 192.0.2.1/32, to N8N_SSRF_ALLOWED_IP_RANGES): the card has its web address, which phones do not show',
				},
			],
		});
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
