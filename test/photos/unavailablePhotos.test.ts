import type { IExecuteFunctions } from 'n8n-workflow';

import { PHOTO_TIMEOUT } from '../../nodes/photos/loadPhoto';
import { sendContactCards } from '../../nodes/SendContactCard/send';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { startSend, until } from '../delivery/workflow';
import { SEND } from '../support/workflow';
import { embedding, items, WAHA } from './embedding';

const { sandbox, server, run, arrived } = embedding();

describe('Embed Photos', () => {
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
});
