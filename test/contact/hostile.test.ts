import { completeContact } from '../../nodes/contact/complete';
import type { ContactDraft } from '../../nodes/contact/contact';
import { readPhone } from '../../nodes/contact/phone/phone';
import { readRecipient } from '../../nodes/contact/phone/recipient';
import { flatDialect } from '../../nodes/contact/read/flatDialect';
import { readJson } from '../../nodes/contact/read/json';
import { oneLine, quote } from '../../nodes/contact/text';
import { InputError } from '../../nodes/failures/inputError';
import { dialects } from '../../nodes/providers/dialects';

/** Linear time is some milliseconds for this many characters; quadratic time is minutes, so that the test times out. */
const SIZE = 512 * 1024;

const UNITS = [
	...[' ', ', ', ',', 'a', '1', '+', '(', '-', ':', ':1', '@', '@c.us', 'tel:', ';', ';ext='],
	...['mailto:', 'mailto: ', '\n', '\r', '\t', '\u0000', '\ufeff', '\ud83d', '\u200e', '٣', '𝟛'],
	...['%2', '%20', '1990-05-15', '--', 'https://', 'data:', 'data:image/png;base64,', '=', '_1_'],
	...['[', '{', '"', '\\', '{"a":', '[[', 'BEGIN:VCARD\n'],
];

describe.each(UNITS)('a flood of %j', (unit) => {
	const flood = unit.repeat(SIZE / unit.length);
	const between = `a${flood}b`;

	it.each<[string, (text: string) => unknown]>([
		['as a line', oneLine],
		['in a quotation', quote],
		['as a phone', (text) => readPhone(text)],
		['as a phone with +', (text) => readPhone(`+1${text}`)],
		['as a national phone', (text) => readPhone(text, 'BR')],
		['as a recipient', (text) => tolerate(() => readRecipient(text, { provider: 'X', jids: [] }))],
		['as JSON', (text) => tolerate(() => readJson(text, dialects))],
		['as a key', (text) => tolerate(() => readJson({ [text]: 1 }, dialects))],
		['as a flat key', (text) => flatDialect.recognizes({ [`phone_1${text}`]: 1 })],
		['in every field of a contact', (text) => complete(everywhere(text))],
		['between the parts of a name', (text) => complete(namedAround(text))],
	])('takes linear time %s', (_, run) => {
		expect(() => {
			run(flood);
			run(between);
		}).not.toThrow();
	});
});

it('takes linear time for the phone of a row', () => {
	tolerate(() => readJson({ Name: 'Ana', Phone: '1'.repeat(SIZE) }, dialects));
	tolerate(() => readJson({ Name: 'Ana', Phone: `${'1'.repeat(SIZE)}@` }, dialects));
});

function tolerate(run: () => unknown): void {
	try {
		run();
	} catch (error) {
		expect(error).toBeInstanceOf(InputError);
	}
}

function complete(draft: ContactDraft): void {
	completeContact({ draft, warnings: [] }, { whatsappId: 'fromPhone' });
}

function everywhere(text: string): ContactDraft {
	return {
		name: { formatted_name: text, prefix: text, last_name: text },
		phones: [{ phone: text, type: text, wa_id: text }],
		emails: [{ email: text }],
		addresses: [{ street: text, country_code: text }],
		org: { company: text },
		urls: [{ url: text }],
		birthday: text,
		nickname: text,
		note: text,
		photo: text,
	};
}

function namedAround(text: string): ContactDraft {
	return {
		name: { formatted_name: `Dr.${text}John${text}x Doe`, prefix: 'Dr.', last_name: 'Doe' },
	};
}
