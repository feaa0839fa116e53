import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import type { CredentialData } from '../../sandbox/engine/credentialsHelper';
import { listContext } from '../../sandbox/engine/engine';
import type { FaultRule } from '../../sandbox/faults/rules';
import { startSandbox } from '../../sandbox/server';
import { card, cardsTo, numberOf, send, type Setting } from '../delivery/workflow';
import { testCredential } from '../support/credentialTest';
import { credentialData, outputs, SEND, sendPackage, sendWorkflow } from '../support/workflow';

const goOn = { onError: 'continueRegularOutput' } as const;
const json = (contacts: string): INodeParameters => ({ contactsJson: contacts });
const at = (baseUrl: string) => ({
	credentials: { gowa: { baseUrl } },
	options: { maxRetries: 0 },
});

type MessageRun = Partial<Setting> & { fault?: FaultRule };

/** What goes wrong, or is left out, in the ways that the documentation quotes. */
const RUNS: readonly MessageRun[] = [
	{ parameters: json('{ "name": "Ana", "phones": "+447700900123", "shoe": "43" }') },
	{
		parameters: json('{ "name": "Ana", "phones": "+447700900123", "emails": "a@example.com" }'),
		options: { onUnsupportedField: 'fail' },
	},
	{ items: [...cardsTo(2), card('', 'Card')] },
	{ items: [card('081234567890', 'Card')] },
	{ items: [card('+6281234567890, +6281234567891', 'Card')] },
	{ items: [card('', 'Card')] },
	{ fault: { kind: '429-retry-after', seconds: 1800 } },
	{ items: [card('12025550106', 'Card'), ...cardsTo(1)], options: { concurrency: 1 }, node: goOn },
	{ items: [card('12025550191', 'Card')] },
	{ fault: { kind: 'hang' }, options: { timeout: 60 } },
	{ fault: { kind: 'reset-before' } },
	{ fault: { kind: '500-json' } },
	{
		items: cardsTo(2),
		node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		fault: { kind: 'reset-after', recipient: numberOf(0) },
	},
	at('http://127.0.0.1:1'),
	at('http://gowa.invalid'),
	at('localhost:3000'),
	{ fault: { kind: 'redirect-302' } },
	{ fault: { kind: 'html-200' } },
	{ fault: { kind: '401' } },
	{
		items: [card(numberOf(0), 'One|Two|Three')],
		node: goOn,
		fault: { kind: '401', after: 1 },
	},
	{
		items: cardsTo(10),
		options: { concurrency: 1 },
		fault: { kind: '401', recipient: numberOf(4) },
	},
	{ parameters: json('{ "name": Ana }') },
	{ parameters: json('{ "colour": "blue" }') },
	{ parameters: json('{ "name": {}, "phones": [] }') },
	{ parameters: json('{ "name": { "formatted_name": "Ana" }, "phones": [] }') },
	{
		parameters: { provider: 'wawp', ...json('{ "name": "Ana", "phones": "020 7946 0958" }') },
	},
	{ parameters: { contactSource: 'file', binaryPropertyName: 'data' } },
	{ parameters: { contactSource: 'vcard', vcardText: 'John Doe' } },
];

/** Every message to a person that the node gives in the runs above: errors, failed items and warnings. */
export async function realMessages(): Promise<string[]> {
	const sandbox = await startSandbox();
	const secure: MessageRun = at(sandbox.url.replace('http:', 'https:'));
	const messages: string[] = [];
	for (const { fault, ...setting } of [...RUNS, secure]) {
		sandbox.reset();
		if (fault !== undefined) sandbox.fault(fault);
		const run = await send(sandbox, { items: cardsTo(1), ...setting });
		const output = outputs(run);
		const found = [run.error?.message, ...output.flatMap(textsOf)].filter(
			(text) => typeof text === 'string',
		);
		if (found.length === 0) throw new Error(`No message: ${JSON.stringify(setting)}`);
		messages.push(...found);
	}
	for (const credential of [{ token: 'wrong' }, { baseUrl: 'http://127.0.0.1:1' }]) {
		messages.push(await listMessage(credentialData(sandbox, { ryzeapi: credential })));
	}
	const { gowa } = sandbox.credentials;
	for (const wrong of [
		{ password: 'wrong' },
		{ deviceId: 'no-such-device' },
		{ baseUrl: 'http://localhost:1' },
	]) {
		const { message } = await testCredential('contactCardGowaApi', { ...gowa, ...wrong });
		messages.push(message);
	}
	await sandbox.close();
	return messages;
}

/** What the editor shows where a list of instances cannot be had. */
async function listMessage(credentials: CredentialData): Promise<string> {
	const file = sendWorkflow({ provider: 'ryzeapi' });
	const context = listContext(file, SEND, sendPackage, credentials);
	const search = new SendContactCard().methods.listSearch['searchRyzeapiInstances'];
	const outcome: unknown = await search?.call(context).catch((error: unknown) => error);
	if (outcome instanceof Error) return outcome.message;
	throw new Error('The list was there');
}

function textsOf({ error, warnings }: IDataObject): unknown[] {
	const warned: unknown[] = Array.isArray(warnings) ? warnings : [];
	return [
		error,
		...warned.map((warning) =>
			typeof warning === 'object' && warning !== null && 'message' in warning
				? warning.message
				: undefined,
		),
	];
}
