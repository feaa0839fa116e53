/** How Evolution Go reads a body: a middleware checks the JIDs, then Go's decoder checks the types. */
import { goValueName, GoJsonScanner } from '../../toolkit/goJson';
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { createJid } from './jid';

export function failure(status: number, error: string): HttpAnswer {
	return json(status, { error }, {}, error);
}

/** The Go types of a request's keys; nested keys are written with dots. */
export type BodyTypes = Readonly<
	Record<string, 'string' | 'int32' | 'bool' | '[]string' | 'struct'>
>;

export const OPTION_TYPES: BodyTypes = {
	id: 'string',
	delay: 'int32',
	mentionAll: 'bool',
	mentionedJid: '[]string',
	formatJid: 'bool',
	quoted: 'struct',
	'quoted.messageId': 'string',
	'quoted.participant': 'string',
};

/** The body, or the answer that refuses it. */
export type ReadBody = { body: JsonObject } | { refusal: HttpAnswer };

function refused(error: string): ReadBody {
	return { refusal: failure(400, error) };
}

/** The body, or why it is refused: not JSON, a number without digits, a value of another type. */
export function readBody(request: SandboxRequest, types: BodyTypes): ReadBody {
	if (GoJsonScanner.errorOf(request.text()) !== null) return refused('Invalid JSON format');
	const body = request.objectOrNull();
	if (body === null) return refused('Invalid JSON format');
	const { number, vcard } = body;
	if (typeof number === 'string' && number !== '' && createJid(number) === undefined)
		return refused('Invalid number format: invalid number format');
	const phone = isObject(vcard) ? vcard['phone'] : undefined;
	if (typeof phone === 'string' && phone !== '' && createJid(phone) === undefined)
		return refused('Invalid vcard phone format: invalid number format');
	for (const [path, type] of Object.entries(types)) {
		const value = valueAt(body, path);
		if (value !== undefined && value !== null && !hasType(value, type)) {
			const name = goValueName(value, type === 'int32');
			return refused(
				`json: cannot unmarshal ${name} into Go struct field .${path} of type ${type}`,
			);
		}
	}
	return { body };
}

/** The text at a path of keys, or '' if there is none. */
export function textAt(body: JsonObject, path: string): string {
	const value = valueAt(body, path);
	return typeof value === 'string' ? value : '';
}

function valueAt(body: JsonObject, path: string): unknown {
	const [key = '', ...rest] = path.split('.');
	const value = body[key];
	if (rest.length === 0) return value;
	return isObject(value) ? value[rest.join('.')] : undefined;
}

function hasType(value: unknown, type: BodyTypes[string]): boolean {
	switch (type) {
		case 'string':
			return typeof value === 'string';
		case 'bool':
			return typeof value === 'boolean';
		case 'int32':
			return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
		case '[]string':
			return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
		case 'struct':
			return isObject(value);
	}
}
