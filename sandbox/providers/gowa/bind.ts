/** How GOWA reads the body of a contact request. */
import { GoJsonScanner, goValueName } from '../../toolkit/goJson';
import { isObject, type SandboxRequest } from '../../toolkit/http';

/** The contact request that GOWA's handler gets after binding: Go's zero values for absent or null keys. */
export interface ContactRequest {
	phone: string;
	contact_name: string;
	contact_phone: string;
	is_forwarded: boolean;
	duration: number | null;
}

/** A body that could not be bound; `message` is what the recovery middleware writes into its 500. */
export interface BindFailure {
	message: string;
}

type FieldKind = 'string' | 'int' | 'bool';

/** Go names the struct that a field comes from, including, since 1.24, the embedded one. */
const FIELDS: Record<keyof ContactRequest, { path: string; kind: FieldKind }> = {
	phone: { path: 'BaseRequest.phone', kind: 'string' },
	contact_name: { path: 'contact_name', kind: 'string' },
	contact_phone: { path: 'contact_phone', kind: 'string' },
	is_forwarded: { path: 'BaseRequest.is_forwarded', kind: 'bool' },
	duration: { path: 'BaseRequest.duration', kind: 'int' },
};

const TRUE_WORDS = ['1', 't', 'T', 'TRUE', 'true', 'True', 'on'];
const FALSE_WORDS = ['', '0', 'f', 'F', 'FALSE', 'false', 'False', 'off'];

/**
 * Binds a body as fiber v3.4 does for GOWA v9.2.0: by content type, keys in any case, unknown keys ignored, `null` as
 * absent. Every failure ends as a 500 there, even malformed JSON.
 */
export function bindContactRequest(request: SandboxRequest): ContactRequest | BindFailure {
	const mediaType = request.mediaType().replace(/^(\w+)\/(?:[^+]*\+)(\w+)$/, '$1/$2');
	switch (mediaType) {
		case 'application/json':
			return bindJson(request);
		case 'application/x-www-form-urlencoded':
			return bindForm([...new URLSearchParams(request.text())]);
		case 'multipart/form-data':
			return bindMultipart(request);
		default:
			return { message: 'Unprocessable Entity' };
	}
}

function empty(): ContactRequest {
	return { phone: '', contact_name: '', contact_phone: '', is_forwarded: false, duration: null };
}

function bindJson(request: SandboxRequest): ContactRequest | BindFailure {
	const parsed = request.json();
	if (!parsed.ok)
		return {
			message: `bind from body: ${GoJsonScanner.errorOf(request.text()) ?? 'unexpected end of JSON input'}`,
		};
	if (parsed.value === null) return empty();
	if (!isObject(parsed.value)) {
		return {
			message: `bind from body: json: cannot unmarshal ${goValueName(parsed.value, false)} into Go value of type send.ContactRequest`,
		};
	}
	const bound = empty();
	for (const [key, value] of Object.entries(parsed.value)) {
		const name = fieldNamed(key);
		if (name === undefined || value === null) continue;
		const { path, kind } = FIELDS[name];
		if (!assign(bound, name, value)) {
			const type = kind === 'int' ? 'int' : kind;
			return {
				message: `bind "${path}" from body: json: cannot unmarshal ${goValueName(value, kind === 'int')} into Go struct field ContactRequest.${path} of type ${type}`,
			};
		}
	}
	return bound;
}

function fieldNamed(key: string): keyof ContactRequest | undefined {
	switch (key.toLowerCase()) {
		case 'phone':
			return 'phone';
		case 'contact_name':
			return 'contact_name';
		case 'contact_phone':
			return 'contact_phone';
		case 'is_forwarded':
			return 'is_forwarded';
		case 'duration':
			return 'duration';
		default:
			return undefined;
	}
}

function assign(bound: ContactRequest, name: keyof ContactRequest, value: unknown): boolean {
	if (name === 'is_forwarded') {
		if (typeof value !== 'boolean') return false;
		bound.is_forwarded = value;
	} else if (name === 'duration') {
		if (typeof value !== 'number' || !Number.isSafeInteger(value)) return false;
		bound.duration = value;
	} else {
		if (typeof value !== 'string') return false;
		bound[name] = value;
	}
	return true;
}

function bindForm(pairs: Array<[string, string]>): ContactRequest | BindFailure {
	const bound = empty();
	for (const [key, value] of pairs) {
		const name = fieldNamed(key);
		if (name === undefined) continue;
		const converted = convert(name, value);
		if (converted === undefined || !assign(bound, name, converted)) {
			return { message: `bind "${name}" from body: schema: error converting value for "${name}"` };
		}
	}
	return bound;
}

function convert(name: keyof ContactRequest, value: string): string | number | boolean | undefined {
	if (name === 'is_forwarded')
		return TRUE_WORDS.includes(value) ? true : FALSE_WORDS.includes(value) ? false : undefined;
	if (name === 'duration') return /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
	return value;
}

/** The text parts of a multipart body; files are ignored, since the request has no field for one. */
function bindMultipart(request: SandboxRequest): ContactRequest | BindFailure {
	const boundary = /;\s*boundary="?([^";]+)"?/i.exec(request.header('content-type'))?.[1];
	const parts = boundary === undefined ? [] : request.text().split(`--${boundary}`).slice(1);
	if (!(parts.pop() ?? '').startsWith('--'))
		return { message: 'bind from body: multipart: NextPart: EOF' };
	const pairs: Array<[string, string]> = [];
	for (const part of parts) {
		const [, head = '', content = ''] = /^\r\n([\s\S]*?)\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
		const name = /\bname="([^"]*)"/i.exec(head)?.[1];
		if (name !== undefined && !/\bfilename=/i.test(head)) pairs.push([name, content]);
	}
	return bindForm(pairs);
}
