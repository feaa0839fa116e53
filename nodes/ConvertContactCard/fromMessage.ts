import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readChoice } from '../contact/choice';

import { parseJson } from '../contact/read/json';
import { shownContact } from '../contact/shownContact';
import { completeContacts } from '../contact/source/readSource';
import { LongTask } from '../eventLoop/longTask';
import { InputError } from '../failures/inputError';
import { isForm } from '../incoming/jsonText';
import { readMessages, type ReceivedMessage } from '../incoming/readMessages';
import { warningsOf, type Conversion } from './conversion';
import { readOptions } from './parameters';

/** The JSON of an item with a contact from a message. */
export type MessageJson = Pick<ReceivedMessage, 'provider' | 'from' | 'chatId' | 'messageId'> & {
	contact: IDataObject;
};

/**
 * The operation `fromMessage`: an item per contact, `{ provider, from, chatId, messageId, contact }`. An input item
 * without any contact gives none, or is passed on as it came with `contact: null`. An input item with only own
 * messages gives none either way, unless they are read like others.
 */
export async function fromMessage(context: IExecuteFunctions, item: number): Promise<Conversion> {
	const options = readOptions(context, item);
	const withoutContact = readChoice('Without Contact', options['withoutContact'] ?? 'drop', [
		'drop',
		'pass',
	]);
	const ownMessages = readChoice('Own Messages', options['ownMessages'] ?? 'drop', [
		'drop',
		'read',
	]);
	const received = readMessages(readMessage(context, item));
	const messages =
		ownMessages === 'read' ? received.messages : received.messages.filter(({ own }) => !own);
	const besides = [...received.warnings, ...messages.flatMap(({ warnings }) => warnings)];
	const isOwn = messages.length === 0 && received.messages.length > 0;
	const found = messages.flatMap(({ contacts, own: _own, warnings: _warnings, ...message }) =>
		contacts.map((contact) => ({ message, contact })),
	);
	if (found.length === 0) {
		return {
			outputs: withoutContact === 'pass' && !isOwn ? [passed(context, item)] : [],
			warnings: besides,
		};
	}
	const task = new LongTask();
	const read = await completeContacts(
		found.map(({ contact }) => contact),
		options,
		task,
	);
	return {
		outputs: read.contacts.map(({ contact, place }) => ({
			json: { ...found[place - 1]?.message, contact: shownContact(contact) },
			pairedItem: { item },
		})),
		warnings: await warningsOf({ ...read, warnings: [...besides, ...read.warnings] }, task),
	};
}

function readMessage(context: IExecuteFunctions, item: number): unknown {
	const message: unknown = context.getNodeParameter('message', item);
	if (typeof message !== 'string') return message;
	if (isForm(message)) return message;
	if (message.trim() !== '') return parseJson(message, 'message');
	throw new InputError('The message is empty', {
		field: 'message',
		fix: 'Use the body of the webhook, such as {{ $json }}.',
	});
}

function passed(context: IExecuteFunctions, item: number): INodeExecutionData {
	const { json, binary } = context.getInputData()[item] ?? { json: {} };
	return {
		json: { ...json, contact: null },
		...(binary === undefined ? {} : { binary }),
		pairedItem: { item },
	};
}
