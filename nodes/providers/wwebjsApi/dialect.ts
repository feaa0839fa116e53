import { unknownKeyWarnings, withWarnings, type Dialect } from '../../contact/read/dialect';
import { readCardText } from '../../contact/read/vcardDialect';
import { isVCard } from '../../contact/vcard/read';

/** How WWebJS API spells a contact: a message whose whole text is a vCard. */
export const wwebjsApiDialect: Dialect = {
	name: 'a WWebJS API card',
	example: {
		contentType: 'string',
		content: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:John Doe\r\nTEL:+447700900123\r\nEND:VCARD',
	},
	recognizes: ({ contentType, content }) =>
		contentType === 'string' && typeof content === 'string' && isVCard(content),
	claims: () => true,
	read({ contentType: _type, content, ...others }) {
		return withWarnings(readCardText(String(content)), unknownKeyWarnings(Object.keys(others)));
	},
};
