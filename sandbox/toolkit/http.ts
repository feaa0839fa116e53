/** A request as a provider's server reads it, and the answers that it gives. */
import type { IncomingHttpHeaders } from 'node:http';

export type JsonObject = Record<string, unknown>;

/** What reading a body as JSON gave: its value, or that the text is no JSON. */
export type JsonText = { ok: true; value: unknown } | { ok: false };

/** What the sandbox answers. `reason` goes to the request log only, never to the client. */
export interface HttpAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
	reason?: string;
}

/** A request as a provider sees it: the path below its prefix, the body as the bytes that came. */
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

	/** The header's value, joined where it came several times, or '' when it is absent. */
	header(name: string): string {
		const value = this.headers[name];
		return Array.isArray(value) ? value.join(', ') : (value ?? '');
	}

	/** The media type without parameters, in lower case, or '' when there is none. */
	mediaType(): string {
		return (this.header('content-type').split(';')[0] ?? '').trim().toLowerCase();
	}

	/** The body as text. */
	text(): string {
		return this.rawBody.toString('utf8');
	}

	/** The body read as JSON, once. */
	json(): JsonText {
		this.parsed ??= parseJson(this.text());
		return this.parsed;
	}

	/** The body's JSON object, or an empty one when it is none: for looking at a request before it is validated. */
	jsonObject(): JsonObject {
		return this.objectOrNull() ?? {};
	}

	/** The body's JSON object, or null when it is none: for validating a request. */
	objectOrNull(): JsonObject | null {
		const parsed = this.json();
		return parsed.ok && isObject(parsed.value) ? parsed.value : null;
	}

	/** A field of the body's JSON object where it is text, else ''. */
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

/** Whether a JSON value is an object (no array, no null). */
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

/** The text with the five characters escaped that HTML and XML give a meaning. */
export function escapeMarkup(value: string): string {
	return value
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
