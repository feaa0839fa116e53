import { decodeValue } from './encodings';
import { unescapeText } from './escape';
import { parameter, type Property } from './property';

const TEL_URI = /^tel:/i;
const WHATSAPP_ID = /^\d{5,20}$/;

/**
 * The number of a `TEL`: as typed, or from a `tel:` URI (RFC 3966) with its extension as ` ext. 102`
 * and a local number completed by its `phone-context`.
 */
export function readNumber(property: Property): string {
	const text = unescapeText(decodeValue(property)).trim();
	if (!TEL_URI.test(text) || parameter(property, 'VALUE')?.toLowerCase() === 'text') return text;
	const [number = '', ...parameters] = text.slice('tel:'.length).split(';');
	const context = uriParameter(parameters, 'phone-context');
	const extension = uriParameter(parameters, 'ext');
	const prefix = context?.startsWith('+') === true && !number.startsWith('+') ? context : '';
	const complete = prefix + decodeUriText(number).trim();
	return extension === undefined ? complete : `${complete} ext. ${extension}`;
}

/** The WhatsApp id of a `TEL`, where its `waid` is one. */
export function readWhatsAppId(property: Property): string | undefined {
	const id = parameter(property, 'WAID')?.trim();
	return id !== undefined && WHATSAPP_ID.test(id) ? id : undefined;
}

function uriParameter(parameters: readonly string[], name: string): string | undefined {
	const start = `${name}=`;
	const found = parameters.find((parameter) => parameter.toLowerCase().startsWith(start));
	return found === undefined ? undefined : decodeUriText(found.slice(start.length)) || undefined;
}

/** Percent-encoding removed; text that is not well encoded stays as it is. */
function decodeUriText(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
