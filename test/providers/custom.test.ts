import fc from 'fast-check';

import { fitContact } from '../../nodes/carried/fitContact';
import { custom } from '../../nodes/providers/custom/custom';
import { contactOf, MESSAGE_ID, RICH_CONTACT } from '../support/contacts';
import { ANA } from '../support/people';
import { refusalOf } from '../support/refusal';
import { target } from './custom.given';

const requestOf = (contact: unknown, parameters: object = {}) => {
	const { reader: _reader, ...request } = custom.request(
		{ id: MESSAGE_ID, contacts: [contactOf(contact)] },
		target(parameters),
	);
	return request;
};

describe('the request', () => {
	it('has method, path, headers and body with their places filled', () => {
		const customBody = `{
			"to": "[[recipient]]", "digits": "[[ recipientDigits ]]", "key": "[[messageId]]",
			"text": "[[name]] ([[firstName]] [[lastName]]), [[jobTitle]] at [[company]]",
			"phones": ["[[phone]]", "[[phoneDigits]]", "[[whatsappId]]"],
			"more": { "email": "[[email]]", "contact": "[[contact]]", "asText": "is [[contact]]" },
			"count": 1, "none": null
		}`;
		const request = requestOf(RICH_CONTACT, {
			customMethod: 'PUT',
			customPath: 'chats/[[recipientDigits]]/cards?name=[[name]]&to=[[recipient]]',
			customHeaders: { header: [{ name: 'Idempotency-Key', value: '[[messageId]]' }] },
			customBody,
		});
		expect(request).toEqual({
			method: 'PUT',
			path: '/chats/447700900001/cards?name=Dr.%20John%20A.%20Doe%20Jr.&to=%2B447700900001',
			headers: { 'Idempotency-Key': MESSAGE_ID },
			messageId: MESSAGE_ID,
			body: {
				to: '+447700900001',
				digits: '447700900001',
				key: MESSAGE_ID,
				text: 'Dr. John A. Doe Jr. (John Doe), Developer at Acme',
				phones: ['+5512996130832', '5512996130832', '5512996130832'],
				more: {
					email: 'john@example.com',
					contact: contactOf(RICH_CONTACT),
					asText: `is ${JSON.stringify(contactOf(RICH_CONTACT))}`,
				},
				count: 1,
				none: null,
			},
		});
	});

	it('may be a form, or have no body', () => {
		const form = requestOf(ANA, {
			customBodyAs: 'form',
			customForm: {
				field: [
					{ name: 'to', value: '[[recipient]]' },
					{ name: 'card', value: '[[vcard]]' },
				],
			},
		});
		expect(form).toMatchObject({
			form: { to: '+447700900001', card: expect.stringMatching(/^BEGIN:VCARD/) },
		});
		expect(form).not.toHaveProperty('body');
		expect(
			requestOf(ANA, { customMethod: 'GET', customPath: '/send?card=[[vcardBase64]]' }),
		).toMatchObject({
			method: 'GET',
			path: expect.stringMatching(/^\/send\?card=QkVHSU46VkNBUkQ[A-Za-z0-9%]+$/),
		});
	});

	it('holds what a contact says within its text, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (words) => {
				const contact = { ...contactOf(ANA), name: { formatted_name: words } };
				const { path: sent, body } = custom.request(
					{ id: MESSAGE_ID, contacts: [contact] },
					target({
						customPath: '/a?b=[[name]]&c=1',
						customBody: '{"x":"[[name]]","y":"<[[name]]>"}',
					}),
				);
				expect(body).toEqual({ x: words, y: `<${words}>` });
				const query = new URL(`http://localhost${sent}`).searchParams;
				expect([...query.keys()]).toEqual(['b', 'c']);
				expect(query.get('b')).toBe(words.toWellFormed());
			}),
		);
	});

	it('of a text has its own path and body, and is refused without one', () => {
		const textBody = {
			customTextBody: '{"to":"[[recipient]]","text":"[[text]]!"}',
			textBefore: 'Hi',
		};
		const text = (parameters: object) => {
			const request = custom.text?.request(
				{ id: MESSAGE_ID, text: '[[name]] "Hi"' },
				target(parameters),
			);
			return [request?.path, request?.body, request?.messageId];
		};
		const body = { to: '+447700900001', text: '[[name]] "Hi"!' };
		expect(text(textBody)).toEqual(['/send', body, undefined]);
		expect(text({ ...textBody, customTextPath: '/text/[[recipientDigits]]' })).toEqual([
			'/text/447700900001',
			body,
			undefined,
		]);
		expect(text({ ...textBody, customTextPath: '/text?id=[[messageId]]' })).toEqual([
			`/text?id=${MESSAGE_ID}`,
			body,
			MESSAGE_ID,
		]);
		for (const refused of [
			{ textBefore: 'Hi' },
			{ customTextBody: '{"to":"[[recipient]]"}' },
			{ customTextBody: '{"text":"[[text]] [[name]]"}' },
			{ ...textBody, customTextPath: '/text?name=[[name]]' },
		]) {
			expect(refusalOf(() => target(refused)).field).toMatch(/^customText(Body|Path)$/);
		}
	});

	it('has what looks like a place or an expression in brackets of other kinds as it is', () => {
		const { body } = requestOf(ANA, {
			customBody:
				'{"x":"[[vcard]]","list":"[[1,2],[3]]","braces":"{{name}} {{ $price }}","one":"[name]"}',
		});
		expect(body).toMatchObject({
			list: '[[1,2],[3]]',
			braces: '{{name}} {{ $price }}',
			one: '[name]',
		});
	});

	it('reads numbers as texts, and a missing value as an empty one', () => {
		const field = [
			{ name: 'vcard', value: '[[vcard]]' },
			{ name: 'count', value: 3 },
			{ name: 'none', value: null },
		];
		const { form } = requestOf(ANA, { customBodyAs: 'form', customForm: { field } });
		expect(form).toMatchObject({ count: '3', none: '' });
		expect(
			refusalOf(() =>
				target({
					customBodyAs: 'form',
					customForm: { field: [{ name: 'vcard', value: { a: 1 } }] },
				}),
			).message,
		).toContain('Form');
	});

	it('never goes to the Test Path of the credential', () => {
		expect(requestOf(ANA, { customPath: '/{test-path}?a={b}' }).path).toBe(
			'/%7Btest-path%7D?a=%7Bb%7D',
		);
	});

	it('fills a place once: what a contact says is no place', () => {
		const { body } = requestOf({ ...ANA, name: '[[vcard]]' }, { customBody: '{"x":"[[name]]!"}' });
		expect(body).toEqual({ x: '[[vcard]]!' });
	});
});

describe('what is carried', () => {
	const warningsOf = (customBody: object) => {
		const carries = custom.carriedTo?.(target({ customBody })) ?? custom.carries;
		return fitContact(
			{ contact: contactOf(RICH_CONTACT), warnings: [] },
			1,
			{ ...custom, carries },
			'warn',
		).warnings.map(({ field }) => field);
	};

	it.each([{ a: '[[vcard]]' }, { a: '[[contact]]' }, { a: '[[vcardBase64]]' }])(
		'is everything with %j',
		(body) => {
			expect(warningsOf(body)).toEqual(['photo']);
		},
	);

	it('is what there are places for', () => {
		const fields = warningsOf({ a: '[[name]] [[phone]] [[email]] [[company]]' });
		expect(new Set(fields)).toEqual(
			new Set([
				'phones',
				'emails',
				'addresses',
				'urls',
				'org',
				'birthday',
				'nickname',
				'note',
				'photo',
			]),
		);
		expect(warningsOf({ a: '[[name]]' })).toContain('phones');
	});
});
