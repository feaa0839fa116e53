import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/server';
import { runSend, type WorkflowSettings } from '../support/workflow';

/** Two recipients. */
export const ANA = '447700900001';
export const BEN = '447700900002';

/** Parameters that send a card of Marcus, or of the names in the item, to the number in the item. */
export const parameters = (options: INodeParameters): INodeParameters => ({
	operation: 'send',
	provider: 'gowa',
	recipient: '=+{{ $json.to }}',
	contactSource: 'json',
	contactsJson:
		'={{ ($json.names ?? ["Marcus"]).map((name) => ({ name: { formatted_name: name }, phones: [{ phone: "+4915112345678" }] })) }}',
	options,
});

/** A text before the card that differs by item, and one after it. */
export const TEXTS = { textBefore: '=Hi {{ $json.who ?? "there" }}', textAfter: 'Bye' };

/** Sends cards with texts around them, and tells what arrived. */
export function textsAround(sandbox: Sandbox) {
	async function send(
		items: IDataObject[],
		options: INodeParameters = TEXTS,
		settings: WorkflowSettings = {},
	) {
		return await runSend(sandbox, parameters(options), { items, ...settings });
	}

	/** Runs the node with Retry On Fail. */
	async function sendWithRetries(items: IDataObject[], options: INodeParameters = TEXTS) {
		return await send(items, options, { retryOnFail: true });
	}

	/** What arrived, as its recipient reads it: texts, and the names on cards. */
	const chat = (to = ANA) =>
		sandbox
			.deliveries()
			.filter(({ recipient }) => recipient.startsWith(to))
			.map(
				({ text, contacts }) =>
					text ?? contacts.map(({ name }) => `[${name.formatted_name}]`).join(),
			);

	return { send, sendWithRetries, chat };
}
