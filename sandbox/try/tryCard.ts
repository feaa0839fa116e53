/** Sends one card through one provider, on a sandbox of its own, and tells what went over the line. */
import '../engine/engineHome';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { loadBuiltPackage } from '../demo/builtPackage';
import { sandboxCredentials } from '../demo/examples';
import { runWorkflow, type WorkflowFile, type WorkflowRun } from '../engine/engine';
import { inboxDetails, indented, requestText } from '../inbox/card';
import { providerOf, type ProviderId } from '../registry';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../server';
import type { ArrivedCard, LoggedRequest } from '../store';
import type { ContactFile } from './contactFile';

const START = 'Start';
const SEND = 'Send Contact Card';

const sentSchema = z.object({
	recipient: z.string(),
	warnings: z.array(z.object({ field: z.string(), message: z.string() })),
});
const failedSchema = z.object({ error: z.string(), outcome: z.string() });

/** What became of the card: the lines to print, and whether it was sent. */
export interface Attempt {
	lines: string[];
	sent: boolean;
}

/**
 * Sends the contacts of a file as one card, with the built package in n8n's own engine.
 *
 * @throws Error when the package is not built
 */
export async function tryCard(id: ProviderId, contacts: ContactFile): Promise<Attempt> {
	const contents = await loadBuiltPackage();
	const sandbox = await startSandbox();
	try {
		const credentials = sandboxCredentials(sandbox);
		const workflow = workflowOf(id, contacts, Object.keys(credentials));
		const run = await runWorkflow(workflow, contents, credentials);
		if (run.error !== undefined) throw run.error;
		return {
			lines: [...trafficLines(sandbox), ...resultLines(run)],
			sent: run.items(SEND).length > 0,
		};
	} finally {
		await sandbox.close();
	}
}

function workflowOf(
	id: ProviderId,
	contacts: ContactFile,
	credentialTypes: readonly string[],
): WorkflowFile {
	const parameters: INodeParameters = {
		operation: 'send',
		provider: id,
		...providerOf(id).parameters,
		...(contacts.kind === 'vcard'
			? { contactSource: 'file', binaryPropertyName: 'data' }
			: { contactSource: 'json', contactsJson: '={{ $json.contacts }}' }),
	};
	return {
		name: 'Try one card',
		nodes: [
			{
				id: '1',
				name: START,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '2',
				name: SEND,
				type: 'n8n-nodes-contact-card.sendContactCard',
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: Object.fromEntries(credentialTypes.map((name) => [name, { id: name, name }])),
				onError: 'continueErrorOutput',
			},
		],
		connections: { [START]: { main: [[{ node: SEND, type: 'main', index: 0 }]] } },
		pinData: {
			[START]: [itemOf(contacts)],
		},
	};
}

function itemOf(contacts: ContactFile): INodeExecutionData {
	if (contacts.kind === 'json') return { json: { contacts: contacts.text } };
	const { fileName, content } = contacts;
	const data = content.toString('base64');
	return { json: {}, binary: { data: { fileName, mimeType: 'text/vcard', data } } };
}

function trafficLines(sandbox: Sandbox): string[] {
	const requests = sandbox.requests();
	const cards = sandbox.deliveries();
	return [
		...requests.flatMap(requestLines),
		...(requests.length === 0 ? ['No request was made.', ''] : []),
		...cards.flatMap(cardLines),
		...(cards.length === 0 ? ['No card arrived.', ''] : []),
	];
}

function requestLines(request: LoggedRequest): string[] {
	const { status, answer } = request;
	return [
		'REQUEST',
		...indent(requestText(request)),
		'',
		'ANSWER',
		...indent(
			status === 0 ? 'none: the connection was cut' : `${String(status)}\n${indented(answer)}`,
		),
		'',
	];
}

/** The card as the phone gets it. */
function cardLines(card: ArrivedCard): string[] {
	const { vcards, written } = inboxDetails(card);
	return [
		`CARD for ${card.recipient}${card.chatName === undefined ? '' : ` (${card.chatName})`}`,
		...card.contacts.flatMap(({ name, phones }, index) => [
			...indent(`Name    ${name.formatted_name}`),
			...phones.flatMap(({ phone, type, wa_id: id }) =>
				indent(
					`Number  ${[phone, type, id === undefined ? undefined : `WhatsApp ID ${id}`].filter(Boolean).join(', ')}`,
				),
			),
			...(phones.length === 0 ? indent('Number  none') : []),
			...indent(written ? 'vCard, as the sandbox writes it: the provider takes fields' : 'vCard'),
			...indent(indent((vcards[index] ?? '').trimEnd()).join('\n')),
		]),
		'',
	];
}

/** What the node gave, in its words. */
function resultLines(run: WorkflowRun): string[] {
	return [
		...run.items(SEND).flatMap(({ json }) => {
			const { recipient, warnings } = sentSchema.parse(json);
			return [
				`SENT to ${recipient}`,
				...warnings.map(({ field, message }) => `  Warning, ${field}: ${message}`),
			];
		}),
		...run.items(SEND, 1).map(({ json }) => {
			const { error, outcome } = failedSchema.parse(json);
			return `${outcome === 'notSent' ? 'NOT SENT' : 'MAY HAVE ARRIVED'}: ${error}`;
		}),
	];
}

/** The text's lines, with control characters shown rather than obeyed by the terminal. */
function indent(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => `  ${line.replace(/[^\P{Cc}\t]/gu, shownControl)}`.trimEnd());
}

function shownControl(character: string): string {
	return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;
}
