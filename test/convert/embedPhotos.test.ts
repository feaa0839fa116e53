import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { until } from '../delivery/workflow';
import { photosIn, PNG, send, servePictures, type PictureServer } from '../photos/pictures';
import { CONVERT, hintsOf, jsonOf, runConvert, startConvert } from './workflow';

let server: PictureServer;
beforeAll(async () => {
	server = await servePictures({ '/ana.png': send(PNG), '/never': () => undefined });
});
afterAll(async () => server.close());
beforeEach(() => {
	server.requests.length = 0;
});

const person = (name: string, path: string): IDataObject => ({
	name: { formatted_name: name },
	photo: server.url + path,
});

const FROM_JSON = { contactSource: 'json', contactsJson: '={{ $json.contacts }}' };
const EMBED: INodeParameters = { embedPhotos: true };

const itemsOf = (...contacts: IDataObject[][]) =>
	contacts.map((each) => ({ json: { contacts: each } }));

const filesOf = (run: Awaited<ReturnType<typeof runConvert>>) =>
	run
		.items(CONVERT)
		.map(({ binary }) => Buffer.from(binary?.['data']?.data ?? '', 'base64').toString('utf8'));

const PICTURE = PNG.toString('base64');

describe('Embed Photos', () => {
	it.each([{ combineItems: false }, { combineItems: true }])(
		'puts pictures into vCard files, each asked for once, and warns of what cannot be had: %j',
		async (options) => {
			const run = await runConvert(
				{ ...FROM_JSON, operation: 'toFile', options: { ...EMBED, ...options } },
				{
					items: itemsOf(
						[person('Ana', '/ana.png'), person('Bo', '/missing.png')],
						[person('Ana again', '/ana.png')],
					),
				},
			);
			const missing = `${server.url}/missing.png`;
			expect(photosIn(filesOf(run).join(''))).toEqual([PICTURE, missing, PICTURE]);
			expect(jsonOf(run)[0]).toMatchObject({
				warnings: [
					{
						contact: 2,
						field: 'photo',
						message: `The photo at ${missing} could not be loaded (404): the card has its web address, which phones do not show`,
					},
				],
			});
			expect(server.requests.map(({ path }) => path).sort()).toEqual(['/ana.png', '/missing.png']);
		},
	);

	it('puts pictures into vCard text, and warns above the output', async () => {
		const run = await runConvert(
			{ ...FROM_JSON, operation: 'toJson', format: 'vcard', options: EMBED },
			{ items: itemsOf([person('Ana', '/ana.png'), person('Bo', '/missing.png')]) },
		);
		const texts = jsonOf(run).map(({ vcard }) => (typeof vcard === 'string' ? vcard : ''));
		expect(texts.flatMap(photosIn)).toEqual([PICTURE, `${server.url}/missing.png`]);
		expect(hintsOf(run)[0]).toContain('could not be loaded (404)');
	});

	it.each([
		{ operation: 'toJson', format: 'contact' },
		{ operation: 'toJson', format: 'flat' },
		{ operation: 'toQrCode' },
	])('loads nothing where no vCard with a photo is written: %j', async (parameters) => {
		await runConvert(
			{ ...FROM_JSON, ...parameters, options: EMBED },
			{ items: itemsOf([person('Ana', '/ana.png')]) },
		);
		expect(server.requests).toEqual([]);
	});

	it.each([
		[{ operation: 'toFile' }, true],
		[{ operation: 'toJson', format: 'vcard' }, true],
		[{ operation: 'toJson', format: 'contact' }, false],
	])(
		'switched off, says of a vCard that phones show no picture at an address: %j',
		async (parameters, isSaid) => {
			const run = await runConvert(
				{ ...FROM_JSON, ...parameters },
				{ items: itemsOf([person('Ana', '/ana.png')]) },
			);
			const said = JSON.stringify([jsonOf(run), hintsOf(run)]);
			expect(said.includes('The photo is a web address, which phones do not show')).toBe(isSaid);
			expect(server.requests).toEqual([]);
		},
	);

	it('asks for the pictures of several items at the same time', async () => {
		const running = startConvert(
			{ ...FROM_JSON, operation: 'toFile', options: EMBED },
			{ items: itemsOf([person('Ana', '/never')], [person('Bo', '/never?2')]) },
		);
		await until(() => server.open() === 2);
		running.stop();
		await running.finished;
	});

	it('asks for nothing where an item cannot be read, since then nothing is written', async () => {
		const run = await runConvert(
			{ ...FROM_JSON, operation: 'toFile', options: EMBED },
			{ items: itemsOf([person('Ana', '/ana.png')], []) },
		);
		expect(run.error).toBeDefined();
		expect(server.requests).toEqual([]);
	});

	it('ends when the workflow is stopped', async () => {
		const running = startConvert(
			{ ...FROM_JSON, operation: 'toFile', options: EMBED },
			{ items: itemsOf([person('Ana', '/never')]) },
		);
		await until(() => server.open() === 1);
		running.stop();
		expect((await running.finished).run.status).toBe('canceled');
		await until(() => server.open() === 0);
	});
});
