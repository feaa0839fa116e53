/** How WuzAPI reads a body: Go's decoder, which ignores the case of keys and refuses values of another type. */
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';

/** WuzAPI's error format. */
export function failure(code: number, error: string): HttpAnswer {
	return json(code, { code, error, success: false }, {}, error);
}

/** WuzAPI's success body. */
export function success(data: unknown): unknown {
	return { code: 200, data, success: true };
}

type Kind = 'string' | 'bool' | '[]string' | 'struct';
/** The Go types of a request's keys. */
const TYPES: Readonly<Record<string, Kind>> = {
	phone: 'string',
	name: 'string',
	vcard: 'string',
	body: 'string',
	id: 'string',
	contextinfo: 'struct',
	stanzaid: 'string',
	participant: 'string',
	mentionedjid: '[]string',
	isforwarded: 'bool',
};

/** The body with the keys that the server knows, in lower case, or the answer that refuses it. */
export function readBody(request: SandboxRequest): { body: JsonObject } | { refusal: HttpAnswer } {
	const body = decoded(request.objectOrNull());
	return body === undefined ? { refusal: failure(400, 'could not decode Payload') } : { body };
}

function decoded(value: unknown): JsonObject | undefined {
	if (!isObject(value)) return undefined;
	const body: JsonObject = {};
	for (const [key, entry] of Object.entries(value)) {
		const name = key.toLowerCase();
		const type = TYPES[name];
		if (type === undefined || entry === null) continue;
		if (!hasType(entry, type)) return undefined;
		const inside = type === 'struct' ? decoded(entry) : entry;
		if (inside === undefined) return undefined;
		body[name] = inside;
	}
	return body;
}

function hasType(value: unknown, type: Kind): boolean {
	switch (type) {
		case 'string':
			return typeof value === 'string';
		case 'bool':
			return typeof value === 'boolean';
		case '[]string':
			return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
		case 'struct':
			return isObject(value);
	}
}

/** A text in the body, or '' if there is none. */
export function textOf(body: JsonObject, key: string): string {
	const value = body[key];
	return typeof value === 'string' ? value : '';
}
