/** Wawp's error formats. */
import { escapeMarkup, json, text, type HttpAnswer } from '../../toolkit/http';

/** An error as in Wawp's OpenAPI: `{status, message, error}`. */
export function wawpError(status: number, error: string, message: string): HttpAnswer {
	return json(status, { status, message, error }, {}, message);
}

/** The XML variant of an error, which the documentation lists beside the JSON one. */
export function wawpXml(status: number, error: string, message: string): HttpAnswer {
	const body = `<?xml version="1.0" encoding="UTF-8"?>\n<response><status>${String(status)}</status><error>${escapeMarkup(error)}</error><message>${escapeMarkup(message)}</message></response>`;
	return { ...text(status, body, 'application/xml; charset=utf-8'), reason: `${message} (XML)` };
}

/** The plain-text variant of an error. */
export function wawpText(status: number, message: string): HttpAnswer {
	return { ...text(status, message), reason: `${message} (plain text)` };
}

/** The HTML variant of an error, as from a proxy in front of it. */
export function wawpHtml(status: number, message: string): HttpAnswer {
	const title = `${String(status)} ${escapeMarkup(message)}`;
	const body = `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center><hr><center>nginx</center></body>\n</html>`;
	return { ...text(status, body, 'text/html; charset=utf-8'), reason: `${message} (HTML)` };
}
