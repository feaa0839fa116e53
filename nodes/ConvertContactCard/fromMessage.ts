import type { IExecuteFunctions } from 'n8n-workflow';
import { readChoice } from '../contact/choice';

import type { Contact } from '../contact/contact';
import { parseJson } from '../contact/read/json';
import { completeContacts } from '../contact/source/readSource';
import { InputError } from '../failures/inputError';
import { readMessages, type ReceivedMessage } from '../incoming';
import { warningsOf, type Conversion } from './conversion';
import { readOptions } from './parameters';

/** The JSON of an item with a contact out of a message. */
export type MessageJson = Pick<ReceivedMessage, 'provider' | 'from' | 'chatId' | 'messageId'> & {
	contact: Contact | undefined;
};

/**
 * The operation `fromMessage`: an item per contact, `{ provider, from, chatId, messageId, contact }`. An input item
 * without any contact gives none, or goes on as it came with `contact: null`. An input item that holds nothing but own
 * messages gives none either way, unless they are read like others.
 */
export function fromMessage(context: IExecuteFunctions, item: number): Conversion {
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
	const messages = ownMessages === 'read' ? received : received.filter(({ own }) => !own);
	if (messages.length === 0 && received.length > 0) return { outputs: [], warnings: [] };
	const found = messages.flatMap(({ contacts, own: _own, ...message }) =>
		contacts.map((contact) => ({ message, contact })),
	);
	if (found.length === 0 && withoutContact === 'pass') return passed(context, item);
	const contacts = completeContacts(
		found.map(({ contact }) => contact),
		options,
	);
	return {
		outputs: found.map(({ message }, index) => ({
			json: { ...message, contact: contacts[index]?.contact } satisfies MessageJson,
			pairedItem: { item },
		})),
		warnings: warningsOf({ contacts, warnings: [] }),
	};
}

function readMessage(context: IExecuteFunctions, item: number): unknown {
	const message: unknown = context.getNodeParameter('message', item);
	if (typeof message !== 'string') return message;
	if (message.trim() !== '') return parseJson(message, 'message');
	throw new InputError('The message is empty', {
		field: 'message',
		fix: 'Give the body of the webhook, such as {{ $json }}.',
	});
}

function passed(context: IExecuteFunctions, item: number): Conversion {
	const { json, binary } = context.getInputData()[item] ?? { json: {} };
	return {
		outputs: [
			{
				json: { ...json, contact: null },
				...(binary === undefined ? {} : { binary }),
				pairedItem: { item },
			},
		],
		warnings: [],
	};
}
