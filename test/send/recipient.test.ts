import type { INodeParameters } from 'n8n-workflow';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** The providers that address by Recipient, as the node's description names them. */
const addressed = [
	...new Set(
		new SendContactCard().description.properties
			.filter(({ name }) => name === 'recipient')
			.flatMap(({ displayOptions }) => displayOptions?.show?.['provider'] ?? [])
			.map(String),
	),
];

const contact = { contactSource: 'flat', flatParameters: { phone_1_phone: '+447700900001' } };

async function preview(provider: string, recipient: unknown) {
	const { parameters } = Object.entries(PROVIDER_ROWS).find(([id]) => id === provider)![1];
	return await runSend(sandbox, {
		operation: 'preview',
		provider,
		...contact,
		...parameters,
		recipient,
	} as INodeParameters);
}

async function recipientOf(provider: string, recipient: unknown) {
	return outputs(await preview(provider, recipient))[0]?.['recipient'];
}

describe.each(addressed)('the recipient of %s', (provider) => {
	const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

	it('is the same as plain text and in every mode of the editor', async () => {
		const plain = await recipientOf(provider, '+6281234567890');
		expect(plain).toMatch(/6281234567890/);
		for (const given of [
			'={{ "+62 812-3456-7890" }}',
			locator('number', '+6281234567890'),
			locator('number', '={{ "+62 812-3456-7890" }}'),
			locator('number', '={{ 6281234567890 }}'),
			{ ...locator('list', '+6281234567890'), cachedResultName: 'Ana (+6281234567890)' },
			locator('url', 'https://wa.me/6281234567890'),
			locator('', '+6281234567890'),
		]) {
			expect(await recipientOf(provider, given)).toBe(plain);
		}
	});

	it.each([
		'https://wa.me/6281234567890?text=Hello%20there',
		'wa.me/+6281234567890/',
		'https://api.whatsapp.com/send?phone=6281234567890&text=x&phone=%2B6281234567890',
		'https://api.whatsapp.com/send?phone=6281234567890&text=Hi',
		'https://web.whatsapp.com/send/?text=Hi&phone=%2B6281234567890#top',
	])('is read from %s', async (link) => {
		expect(await recipientOf(provider, link)).toMatch(/6281234567890/);
	});

	it.each([
		'https://wa.me/qr/ABCDEFGH123456',
		'https://wa.me/message/6281234567890',
		'https://wa.me/6281234567890/6281234567891',
		'https://wa.me/c/6281234567890',
		'https://chat.whatsapp.com/AbCdEf6281234567890',
		'https://example.com/6281234567890',
		'https://wa.me.example.com/6281234567890',
		'https://wa.me/112',
		'https://api.whatsapp.com/send?phone=6281234567890&text=x&phone=6281234567891',
		'https://wa.me/081234567890',
	])('is not guessed from %s', async (link) => {
		const { error } = await preview(provider, link);
		expect(error?.message).toMatch(/^Recipient /);
		expect(sandbox.requests()).toEqual([]);
	});
});
