import { refusalOf } from '../support/refusal';
import { target } from './custom.given';

describe('the target', () => {
	it.each([
		[{}, '+447700900001'],
		[{ recipient: '120363040000000001@g.us' }, '120363040000000001@g.us'],
		[{ recipient: ' ana@example.com ', customRecipient: 'text' }, 'ana@example.com'],
		[{ recipient: '#sales', customRecipient: 'text' }, '#sales'],
	])('reads %j', (parameters, recipient) => {
		expect(target(parameters).recipient).toBe(recipient);
	});

	it.each([
		[{ recipient: 'ana@example.com' }, 'recipient', /not a JID/],
		[{ recipient: '', customRecipient: 'text' }, 'recipient', /is empty/],
		[{ recipient: 'a\nb', customRecipient: 'text' }, 'recipient', /line break/],
		[
			{ recipient: '..', customRecipient: 'text', customPath: '/to/[[recipient]]' },
			'recipient',
			/cannot be used in a path/,
		],
		[
			{ recipient: 'Ana', customRecipient: 'text', customPath: '/to/[[recipientDigits]]' },
			'recipient',
			/no digits/,
		],
		[
			{
				recipient: 'José',
				customRecipient: 'text',
				customHeaders: { header: [{ name: 'X-To', value: '[[recipient]]' }] },
			},
			'recipient',
			/cannot be used in a header/,
		],
		[{ customPath: '/a b' }, 'customPath', /contains a space/],
		[{ customPath: '/%2e%2E/admin' }, 'customPath', /contains \. or \.\./],
		[{ customPath: '//example.com/x' }, 'customPath', /whole address/],
		[
			{ customPath: '/to/[[name]]' },
			'customPath',
			/has \[\[name\]\], which is not a placeholder there/,
		],
		[{ customBody: '[1]' }, 'customBody', /not a JSON object/],
		[{ customBody: '{"card": [[vcard]]}' }, 'customBody', /not a JSON object/],
		[{ customBody: { a: ['[[vcart]]'] } }, 'customBody', /Body has \[\[vcart\]\]/],
		[{ customBody: { a: 'x' } }, 'customBody', /no placeholder for the contact/],
		[
			{ customHeaders: { header: [{ name: 'a b', value: '' }] } },
			'customHeaders',
			/not a valid header name/,
		],
		[
			{ customHeaders: { header: [{ name: 'Authorization', value: 'x' }] } },
			'customHeaders',
			/cannot be set here/,
		],
		[
			{ customHeaders: { header: [{ name: 'X-A', value: 'x\r\nX-B: y' }] } },
			'customHeaders',
			/non-ASCII characters/,
		],
		[
			{
				customHeaders: {
					header: [
						{ name: 'X-A', value: '1' },
						{ name: 'x-a', value: '2' },
					],
				},
			},
			'customHeaders',
			/"x-a" twice/,
		],
		[
			{ customHeaders: { header: [{ name: 'Expect', value: 'x' }] } },
			'customHeaders',
			/cannot be set here/,
		],
		[
			{ customHeaders: { header: [{ name: 'X-A', value: '[[name]]' }] } },
			'customHeaders',
			/has \[\[name\]\], which is not a placeholder there/,
		],
		[{ customHeaders: 'x' }, 'customHeaders', /Headers/],
		[{ customPath: '/a/..%2Fadmin' }, 'customPath', /contains \. or \.\./],
		[{ customPath: '/[[ \\..\\admin ]]' }, 'customPath', /contains a space, # or/],
		[{ customPath: '/[[recipient' }, 'customPath', /has \[\[recipient, which is not a placeholder/],
		[
			{ customPath: '/to/{{ $json.id }}' },
			'customPath',
			/has \{\{ \$json\.id \}\}, which n8n has not/,
		],
		[
			{ customBody: { a: '[[vcard]]', b: '{{ $("Sheet").item.json.b }}' } },
			'customBody',
			/which n8n has not evaluated/,
		],
		[{ customBody: { a: '[[vcard]]', b: '[[first name]]' } }, 'customBody', /\[\[first name\]\]/],
		[{ customBody: { a: '[[vcard]]', b: '[[recipient]' } }, 'customBody', /\[\[recipient, which/],
		[{ customBody: { '[[name]]': '[[vcard]]' } }, 'customBody', /in the name of a field/],
		[
			{ customBodyAs: 'form', customForm: { field: [{ name: ' ', value: '[[vcard]]' }] } },
			'customForm',
			/field without a name/,
		],
		[
			{ customAnswer: { messageIdPath: '{{ $json.id }}' } },
			'customAnswer',
			/Message ID Path "\{\{ \$json\.id \}\}" is not a path/,
		],
		[{ customAnswer: { messageIdPath: '$json.id' } }, 'customAnswer', /is not a path/],
		[{ customAnswer: { successPath: 'a..b' } }, 'customAnswer', /Success Path "a\.\.b"/],
		[{ customAnswer: { chatIdPath: 'header:a b' } }, 'customAnswer', /Chat ID Path/],
		[{ customAnswer: { retryStatuses: '503, 200' } }, 'customAnswer', /"200"/],
		[{ customAnswer: { notSentValue: 'no' } }, 'customAnswer', /without Not Sent Path/],
		[
			{
				customBodyAs: 'form',
				customForm: {
					field: [
						{ name: 'a', value: '[[name]]' },
						{ name: 'a', value: '' },
					],
				},
			},
			'customForm',
			/"a" twice/,
		],
	])('refuses %j', (parameters, field, message) => {
		const refusal = refusalOf(() => target(parameters));
		expect(refusal).toMatchObject({ field, message: expect.stringMatching(message) });
	});
});
