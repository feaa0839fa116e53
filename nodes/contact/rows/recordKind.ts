import { isObject, type JsonObject } from '../object';
import type { Gathering } from './gathering';
import { isNothing } from './values';

/** Keys in which records say what they are. */
const KIND_KEYS = ['type', 'object', 'kind', 'objectType', 'object_type', 'recordType'];
const COMPANY_KINDS = /^(?:account|company|organi[sz]ation|empresa|business)$/i;
const GOODS_KINDS = /^(?:product|deal|order|invoice|ticket|item|sku)$/i;
const EVENT_KEYS =
	/^(?:organi[sz]er|attendees|start_?time|end_?time|start_?date_?time|trigger_?event)$/i;
const WEBHOOK_KEYS = /^(?:event|event_?type|webhook_?event|trigger_?event)$/i;

/** Whether a record says that it is a company's. */
export function isCompany(object: JsonObject): boolean {
	return isKind(object, COMPANY_KINDS);
}

/** Whether a record says that it is goods or an order. */
export function isGoods(object: JsonObject): boolean {
	return isKind(object, GOODS_KINDS);
}

/** Under which a record of something else has the whole person, as Pipedrive's deals do; `user_id` is its owner's. */
export function isPersonKey(key: string): boolean {
	return /^(?:person|contact|customer|client|lead|contato|contacto|cliente)_?id$/i.test(key);
}

/** Whether it is a meeting, a booking or a deal, whose title is not the person's. */
export function isEvent(object: JsonObject): boolean {
	const isAbout = ([key, value]: [string, unknown]) => isObject(value) && isPersonKey(key);
	return hasKey(object, EVENT_KEYS) || Object.entries(object).some(isAbout);
}

/** Whether it is what somebody filled into a form, whose name may stand outside. */
export function isForm(object: JsonObject): boolean {
	return hasKey(object, /^form_?id$/i);
}

/** Whether the only name outside is that of the form whose answers are inside. */
export function isFormName(
	{ isForm, names, phones, emails }: Gathering,
	inner: Gathering,
): boolean {
	const { name, ...others } = names;
	const isAlone = name !== undefined && Object.keys(others).length === 0;
	const isBare = phones.length + emails.length === 0;
	return isForm && isAlone && isBare && inner.phones.length + inner.emails.length > 0;
}

/** Whether it is what a service sends to a webhook; an account in it is the one that the service belongs to. */
export function isWebhook(object: JsonObject): boolean {
	return hasKey(object, WEBHOOK_KEYS);
}

function hasKey(object: JsonObject, keys: RegExp): boolean {
	return Object.entries(object).some(([key, value]) => keys.test(key) && !isNothing(value));
}

function isKind(object: JsonObject, kinds: RegExp): boolean {
	return KIND_KEYS.some((key) => {
		const value = object[key];
		return typeof value === 'string' && kinds.test(value.trim());
	});
}
