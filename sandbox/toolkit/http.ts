/** The requests that a provider's server gets, and its answers. */
import type { IncomingHttpHeaders } from 'node:http';

export type JsonObject = Record<string, unknown>;

/** A body read as JSON: its value, or that it isn't JSON. */
export type JsonText = { ok: true; value: unknown } | { ok: false };

/** An answer of the sandbox. `reason` goes only to the request log, never to the client. */
export interface HttpAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
	reason?: string;
}

/** A request as a provider sees it: the path after its prefix, and the raw body. */
export class SandboxRequest {
	readonly path: string;
	readonly query: URLSearchParams;
	private parsed: JsonText | undefined;

	constructor(
		readonly method: string,
		readonly url: string,
		readonly prefix: string,
		readonly headers: IncomingHttpHeaders,
		readonly rawBody: Buffer,
	) {
		const mark = url.indexOf('?');
		const path = (mark < 0 ? url : url.slice(0, mark)).slice(prefix.length);
		this.path = path === '' ? '/' : path;
		this.query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
	}

	/** The header's value, joined if there are several, or '' if it is absent. */
	header(name: string): string {
		const value = this.headers[name];
		return Array.isArray(value) ? value.join(', ') : (value ?? '');
	}

	/** The media type without parameters, in lower case, or '' if there is none. */
	mediaType(): string {
		return (this.header('content-type').split(';')[0] ?? '').trim().toLowerCase();
	}

	/** The body as text. */
	text(): string {
		return this.rawBody.toString('utf8');
	}

	/** The body as JSON, parsed once. */
	json(): JsonText {
		this.parsed ??= parseJson(this.text());
		return this.parsed;
	}

	/** The body's JSON object, or an empty one if it isn't one: for looking at a request before it is validated. */
	jsonObject(): JsonObject {
		return this.objectOrNull() ?? {};
	}

	/** The body's JSON object, or null if it isn't one: for validating a request. */
	objectOrNull(): JsonObject | null {
		const parsed = this.json();
		return parsed.ok && isObject(parsed.value) ? parsed.value : null;
	}

	/** A field of the body's JSON object if it is text, otherwise ''. */
	textField(name: string): string {
		const value = this.jsonObject()[name];
		return typeof value === 'string' ? value : '';
	}
}

/** Reads JSON without throwing. */
export function parseJson(text: string): JsonText {
	try {
		const value: unknown = JSON.parse(text);
		return { ok: true, value };
	} catch {
		return { ok: false };
	}
}

/** Whether a JSON value is an object (not an array or null). */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer with a JSON body. */
export function json(
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
	reason?: string,
): HttpAnswer {
	return {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
		body: JSON.stringify(body),
		...(reason === undefined ? {} : { reason }),
	};
}

/** An answer with a body of any other type; plain text by default. */
export function text(
	status: number,
	body: string,
	contentType = 'text/plain; charset=utf-8',
	headers: Record<string, string> = {},
): HttpAnswer {
	return { status, headers: { 'content-type': contentType, ...headers }, body };
}

/** Escapes the five special characters of HTML and XML. */
export function escapeMarkup(value: string): string {
	return value
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
