import { type ContactSource } from '../../../nodes/contact/source/properties';
import { refusal, CARD } from './context';

describe('a contact is refused', () => {
	it.each<[ContactSource, Record<string, unknown>, string, string]>([
		['fields', {}, 'There is no contact', 'contacts'],
		[
			'fields',
			{ contacts: { contact: [{}] } },
			'Contact 1 has no name, organization, phone or email',
			'name',
		],
		['flat', { flatParameters: {} }, 'Contact 1 has no name, organization, phone or email', 'name'],
		[
			'flat',
			{ flatParameters: null },
			'Contact 1 has no name, organization, phone or email',
			'name',
		],
		['json', { contactsJson: '' }, 'The JSON is empty', 'contactsJson'],
		[
			'json',
			{
				contactsJson: [
					{ name: ' ', phones: [] },
					{ name: '', phones: [] },
				],
			},
			'Contact 1 has no name, organization, phone or email',
			'name',
		],
		['vcard', { vcardText: ' ' }, 'The vCard text is empty', 'vcardText'],
		['vcard', { vcardText: 7 }, 'The vCard text is empty', 'vcardText'],
		['vcard', { vcardText: 'FN:Ann' }, 'The vCard text contains no vCard', 'vcardText'],
		[
			'vcard',
			{ vcardText: 'MECARD:N:Ann;TEL:1;;' },
			'The vCard text is a MECARD, the text of a QR code, which cannot be read',
			'vcardText',
		],
	])('from %s %j', async (source, parameters, message, field) => {
		expect(await refusal(source, parameters)).toMatchObject({ message, field });
	});

	it.each<[Record<string, string> | undefined, string, string]>([
		[
			undefined,
			'The item has no binary field "data"',
			'Add a node before this one that outputs the .vcf file, such as Read/Write Files from Disk or an email trigger.',
		],
		[
			{ file: CARD, other: CARD },
			'The item has no binary field "data"',
			'It has "file", "other": choose one under Input Binary Field.',
		],
		[
			{ data: '' },
			'The file is empty',
			'A vCard begins with the line BEGIN:VCARD and ends with END:VCARD.',
		],
		[
			{ data: '%PDF-1.7' },
			'The file contains no vCard',
			'A vCard begins with the line BEGIN:VCARD and ends with END:VCARD.',
		],
	])('from a file in %j', async (files, message, fix) => {
		expect(await refusal('file', { binaryPropertyName: 'data' }, {}, files)).toMatchObject({
			message,
			field: 'binaryPropertyName',
			fix,
		});
	});

	it('from a file that only every object has', async () => {
		const files = { data: CARD };
		expect(await refusal('file', { binaryPropertyName: 'constructor' }, {}, files)).toMatchObject({
			message: 'The item has no binary field "constructor"',
		});
	});

	const name = { contactsJson: { name: 'Ann', phones: [] } };

	it.each([
		['Brazil', 'Default Country "Brazil" is not a country code'],
		[55, 'Default Country "55" is not a country code'],
		[{ code: 'BR' }, 'Default Country "{"code":"BR"}" is not a country code'],
	])('with the default country %j', async (defaultCountry, message) => {
		expect(await refusal('json', name, { defaultCountry })).toMatchObject({
			message,
			field: 'defaultCountry',
			fix: 'Use two letters, such as BR or DE.',
		});
	});

	it.each([
		['always', 'WhatsApp ID "always" is not one of the choices'],
		[true, 'WhatsApp ID "true" is not one of the choices'],
	])('with the option WhatsApp ID %j', async (whatsappId, message) => {
		expect(await refusal('json', name, { whatsappId })).toMatchObject({
			message,
			field: 'whatsappId',
			fix: 'Use "fromPhone" or "asGiven".',
		});
	});
});
