import { decodeValue } from './encodings';
import { unescapeText } from './escape';
import { parameter, type Property } from './property';

const TEL_URI = /^tel:/i;
const WAID_PARAMETERS = ['WAID', 'WA_ID', 'WA-ID', 'X-WAID'];
/** The rest of a JID that names a device, `447700900123:12@s.whatsapp.net`, whose colon ends the parameters. */
const REST_OF_JID = /^(\d{1,5}@(?:s\.whatsapp\.net|c\.us|lid|hosted)(?:[;:]|$))/i;

/** What a `TEL` says. */
export interface Telephone {
	/** Empty if the number is only in the WhatsApp id. */
	phone: string;
	/** As written, with `+`, spaces, or as a JID. */
	waId: string | undefined;
}

/**
 * The number of a `TEL`: as typed, or from a `tel:` URI (RFC 3966) with its extension as ` ext. 102`
 * and a local number completed by its `phone-context`; and the WhatsApp id in `waid`.
 */
export function readTelephone(property: Property): Telephone {
	const given = WAID_PARAMETERS.map((name) => parameter(property, name)).find(
		(value) => value !== undefined,
	);
	const waId =
		given
			?.trim()
			.replace(/^["']+|["']+$/g, '')
			.replace(/%40/g, '@')
			.trim() ?? '';
	if (waId === '') return { phone: readNumber(property), waId: undefined };
	const [device = ''] = REST_OF_JID.exec(property.value) ?? [];
	const phone = readNumber({ ...property, value: property.value.slice(device.length) });
	// A word in place of the number, such as WhatsApp, is not a number
	return { phone: /\p{Nd}/u.test(phone) || !/\d{5}/.test(waId) ? phone : '', waId };
}

function readNumber(property: Property): string {
	const text = unescapeText(decodeValue(property)).trim();
	if (!TEL_URI.test(text) || parameter(property, 'VALUE')?.toLowerCase() === 'text') return text;
	const [number = '', ...parameters] = text.slice('tel:'.length).split(';');
	const context = uriParameter(parameters, 'phone-context');
	const extension = uriParameter(parameters, 'ext');
	const prefix = context?.startsWith('+') === true && !number.startsWith('+') ? context : '';
	const complete = prefix + decodeUriText(number).trim();
	return extension === undefined ? complete : `${complete} ext. ${extension}`;
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
