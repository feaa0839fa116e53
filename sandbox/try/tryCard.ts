/** Sends one card through one provider on its own sandbox, and reports the request, the answer and the card. */
import '../engine/engineHome';
import { z } from 'zod';
import { loadBuiltPackage } from '../demo/builtPackage';
import { sandboxCredentials } from '../demo/examples';
import { oneCardWorkflow, sendNode } from '../demo/oneCard';
import { runWorkflow, type WorkflowRun } from '../engine/engine';
import { inboxDetails, indented, requestText } from '../inbox/card';
import type { ProviderId } from '../registry';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../server';
import type { ArrivedCard, LoggedRequest } from '../store';
import type { ContactFile } from './contactFile';

const sentSchema = z.object({
	recipient: z.string(),
	warnings: z.array(z.object({ field: z.string(), message: z.string() })),
});
const failedSchema = z.object({ error: z.string(), outcome: z.string() });

/** What became of the card: the lines to print, and whether it was sent. */
export interface TriedCard {
	lines: string[];
	sent: boolean;
}

/**
 * Sends the contacts of a file as one card, with the built package in n8n's own engine.
 *
 * @throws Error if the package is not built
 */
export async function tryCard(id: ProviderId, contacts: ContactFile): Promise<TriedCard> {
	const contents = await loadBuiltPackage();
	const sandbox = await startSandbox();
	try {
		const credentials = sandboxCredentials(sandbox);
		const workflow = oneCardWorkflow('Try one card', [id], contacts, Object.keys(credentials));
		const run = await runWorkflow(workflow, contents, credentials);
		if (run.error !== undefined) throw run.error;
		return {
			lines: [...trafficLines(sandbox), ...resultLines(run, sendNode(id))],
			sent: run.items(sendNode(id)).length > 0,
		};
	} finally {
		await sandbox.close();
	}
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
			...indent(
				written ? 'vCard, written by the sandbox, since the provider accepts fields' : 'vCard',
			),
			...indent(indent((vcards[index] ?? '').trimEnd()).join('\n')),
		]),
		'',
	];
}

/** The node's output, in its own words. */
function resultLines(run: WorkflowRun, node: string): string[] {
	return [
		...run.items(node).flatMap(({ json }) => {
			const { recipient, warnings } = sentSchema.parse(json);
			return [
				`SENT to ${recipient}`,
				...warnings.map(({ field, message }) => `  Warning, ${field}: ${message}`),
			];
		}),
		...run.items(node, 1).map(({ json }) => {
			const { error, outcome } = failedSchema.parse(json);
			return `${outcome === 'notSent' ? 'NOT SENT' : 'MAY HAVE ARRIVED'}: ${error}`;
		}),
	];
}

/** The text's lines, with control characters made visible so that the terminal does not obey them. */
function indent(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => `  ${line.replace(/[^\P{Cc}\t]/gu, shownControl)}`.trimEnd());
}

function shownControl(character: string): string {
	return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;
}
