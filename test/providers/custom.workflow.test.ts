import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { ContactCardCustomApi } from '../../credentials/ContactCardCustomApi.credentials';
import { account as CUSTOM, specialNumbers } from '../../sandbox/providers/custom/account';
import { testCredential } from '../support/credentialTest';
import { CARD } from '../support/failure';
import { ANA } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('on the server', () => {
	const sandbox = sandboxForTests();

	const page = readFileSync(path.resolve(__dirname, '../../docs/providers/custom.md'), 'utf8');
	const examples = [...page.matchAll(/^### (.+)\n[\s\S]*?```json\n([\s\S]*?)```/gm)].map(
		([, title = '', json = '']) => ({ title, parameters: JSON.parse(json) as INodeParameters }),
	);
	const run = async (parameters: INodeParameters, credential = {}) =>
		await runSend(
			sandbox,
			{
				...CARD,
				contactsJson: JSON.stringify(ANA),
				provider: 'custom',
				options: { maxRetries: 1 },
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ custom: credential },
		);
	const example = (title: string) =>
		examples.find((each) => each.title === title)?.parameters ?? {};

	it('the examples of the page are three', () => {
		expect(examples.map(({ title }) => title)).toEqual([
			'A private fork',
			'A plain webhook',
			'An email gateway',
		]);
	});

	it('the private fork takes the card, refuses it, and gets it again when it was not connected', async () => {
		const fork = example('A private fork');
		expect(outputs(await run(fork))[0]).toMatchObject({
			status: 'sent',
			messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			chatId: '+447700900001',
		});
		expect(
			outputs(await run({ ...fork, recipient: `+${specialNumbers.rejected}` }))[0],
		).toMatchObject({
			outcome: 'notSent',
			error: expect.stringContaining('The number is not on WhatsApp'),
		});
		expect(
			outputs(await run({ ...fork, recipient: `+${specialNumbers.offlineOnce}` }))[0],
		).toMatchObject({ status: 'sent' });
		expect(sandbox.stats()).toMatchObject({ requests: 4, cards: 2, duplicates: 0 });
	});

	it('the plain webhook takes the card without an ID', async () => {
		const hook = example('A plain webhook');
		const header = { authentication: 'header', name: CUSTOM.name };
		expect(outputs(await run(hook, header))[0]).toMatchObject({
			status: 'sent',
			recipient: 'sales team',
			messageId: null,
			messageIds: [],
		});
		expect(sandbox.deliveries()[0]?.contacts).toMatchObject([
			{ name: { formatted_name: 'Ana Lima' } },
		]);
		const unsaid = outputs(await run({ ...hook, customAnswer: {} }, header))[0];
		expect(unsaid).toMatchObject({ outcome: 'unknown' });
		expect(unsaid?.['error']).toContain('Under Answer, set where the message ID is found');
	});

	it('the email gateway takes the card as an attachment, and gives its ID in a header', async () => {
		expect(outputs(await run(example('An email gateway')))[0]).toMatchObject({
			status: 'sent',
			recipient: 'ana@example.com',
			messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		});
		expect(sandbox.deliveries()[0]?.vcards[0]).toMatch(/^BEGIN:VCARD[\s\S]*FN:Ana Lima/);
	});

	it('a form goes out as one, and a preview shows it', async () => {
		const form: INodeParameters = {
			recipient: '+44 7700 900001',
			customPath: '/form',
			customBodyAs: 'form',
			customForm: {
				field: [
					{ name: 'to', value: '[[recipient]]' },
					{ name: 'vcard', value: '[[vcard]]' },
				],
			},
			customAnswer: { messageIdPath: 'result[0].number' },
		};
		expect(outputs(await run(form))[0]).toMatchObject({
			status: 'sent',
			recipient: '+447700900001',
		});
		expect(outputs(await run({ ...form, operation: 'preview' }))[0]).toMatchObject({
			requests: [
				{
					headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
					body: { to: '+447700900001', vcard: expect.stringMatching(/^BEGIN:VCARD/) },
				},
			],
		});
	});

	it('a secret in the query stands beside a query of the path, masked', async () => {
		const parameters = { ...example('A private fork'), customPath: '/fork/contacts?priority=1' };
		const query = { authentication: 'query', name: CUSTOM.name };
		expect(outputs(await run(parameters, query))[0]).toMatchObject({ status: 'sent' });
		expect(outputs(await run({ ...parameters, operation: 'preview' }, query))[0]).toMatchObject({
			requests: [{ url: `${sandbox.url}/custom/fork/contacts?priority=1&${CUSTOM.name}=***` }],
		});
	});

	it('a path that is not there is reported as one', async () => {
		expect(
			outputs(await run({ ...example('A private fork'), customPath: '/nothing' }))[0],
		).toMatchObject({ outcome: 'notSent', error: expect.stringContaining('Check the Path') });
	});

	it('a card in doubt is not sent again, though the message has a key', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const [item] = outputs(await run(example('A private fork')));
		const [request, ...more] = sandbox.requests();
		expect(more).toEqual([]);
		const { key } = JSON.parse(request?.body ?? '{}') as { key?: string };
		expect(item).toMatchObject({
			outcome: 'unknown',
			error: expect.stringContaining(`Its message ID is ${key}.`),
		});
	});

	it('signs in by nothing where that is chosen', async () => {
		const [item] = outputs(await run(example('A private fork'), { authentication: 'none' }));
		expect(item).toMatchObject({ outcome: 'notSent', httpCode: '401' });
		const { headers, url } = sandbox.requests()[0] ?? {};
		expect(headers).not.toHaveProperty('authorization');
		expect(url).toBe('/custom/fork/contacts');
	});

	it.each(['bearer', 'header', 'query', 'basic'])(
		'signs in by %s, and reports a wrong secret',
		async (authentication) => {
			const test = (changes: object) =>
				testCredential(new ContactCardCustomApi().name, {
					...sandbox.credentials.custom,
					authentication,
					...changes,
				});
			expect(await test({})).toMatchObject({ status: 'OK' });
			expect(await test({ secret: 'x' })).toMatchObject({
				message: expect.stringMatching(/^Custom HTTP rejected this secret/),
			});
			expect(await test({ testPath: 'nothing' })).toMatchObject({
				message: expect.stringMatching(/^Custom HTTP found nothing at this address/),
			});
		},
	);
});
