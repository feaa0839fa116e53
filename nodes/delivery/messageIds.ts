/** The IDs of messages in an answer, whatever the version of the server that gives them. */

import { isObject } from '../contact/object';

/** How services name the ID of a message. */
const MESSAGE_ID = /^(message[_-]?ids?|msg[_-]?id|id_?message|wamid|_serialized)$/i;
/** What has the ID of a message as its `id`: in Baileys, in whatsmeow. */
const KEY = /^(key|info)$/i;
/** The same, but other things are called that too. */
const MESSAGE = /^messages?$/i;
/** The form of an ID that only messages have: those of whatsapp-web.js and Meta. */
const OWN_FORM = /^(?:(?:true|false)_[^_\s]+@[^_\s]+_\S+|wamid\.\S+)$/;
/** What a message replies to. */
const REPLIED_TO = /^(context|context_?info|quoted\w*|reply\w*)$/i;
/** How deep they are looked for: `data.messages[0].key.id`. */
const MAX_DEPTH = 5;

export interface NamedId {
	value: unknown;
	/** Whether it cannot be the ID of anything else: a bare `id` may be that of the request. */
	isSure: boolean;
}

/** What stands where an answer names messages. */
export function namedIds(value: unknown, parent = '', depth = 0): NamedId[] {
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => namedIds(entry, parent, depth + 1));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, entry]): NamedId[] => {
		if (REPLIED_TO.test(key)) return [];
		const isId = /^id$/i.test(key);
		if (MESSAGE_ID.test(key) || (isId && (KEY.test(parent) || OWN_FORM.test(String(entry))))) {
			return [{ value: entry, isSure: true }];
		}
		if (isId && MESSAGE.test(parent)) return [{ value: entry, isSure: false }];
		return namedIds(entry, key, depth + 1);
	});
}

/** An ID, or those in a list, as texts: `"3EB0"`, `57`, `{ "_serialized": "true_…" }`, `{ "id": "3EB0" }`. */
export function idTexts(value: unknown): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value];
	if (typeof value === 'number') return [String(value)];
	if (Array.isArray(value)) return value.flatMap(idTexts);
	return isObject(value) ? idTexts(value['_serialized'] ?? value['id']) : [];
}
