import fc from 'fast-check';

import { completeContact } from '../../../nodes/contact/complete';
import { asContact } from '../../support/contactSchema';
import { draft } from '../arbitrary';
import { completed, FROM_PHONE, complete } from './complete';

const SEED = 20264;
const RUNS = 3000;

describe('a contact', () => {
	it('has all lists, and nothing that is empty', () => {
		expect(
			completed({
				name: { formatted_name: 'Ann' },
				urls: [{ url: ' https://example.com ', type: 'WORK' }, { url: '' }],
				org: { company: '', title: 'Developer' },
				nickname: '',
				note: ' one\r\ntwo\u0000 ',
			}),
		).toEqual({
			contact: {
				name: { formatted_name: 'Ann', first_name: 'Ann' },
				phones: [],
				emails: [],
				addresses: [],
				org: { title: 'Developer' },
				urls: [{ url: 'https://example.com', type: 'WORK' }],
				note: 'one\ntwo',
			},
			warnings: [],
		});
	});

	it('has the warnings of its reader first', () => {
		const found = { field: 'x', message: 'x is not a field of a contact and was left out' };
		const result = completeContact(
			{ draft: { phones: [{ phone: 'x' }] }, warnings: [found] },
			FROM_PHONE,
		);
		expect(result).toMatchObject({
			warnings: [found, { field: 'phones', message: '"x" has no digits; it is sent as typed' }],
		});
	});

	const options = fc.record({
		whatsappId: fc.constantFrom('fromPhone' as const, 'asGiven' as const),
		defaultCountry: fc.constantFrom(undefined, 'BR' as const, 'US' as const, 'AD' as const),
	});

	it(`satisfies the schema, whatever was given (seed ${SEED})`, () => {
		fc.assert(
			fc.property(draft, options, (given, choice) => {
				const result = complete(given, choice);
				if ('problem' in result) return;
				expect(asContact(result.contact)).toBe(result.contact);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`that is complete stays as it is (seed ${SEED})`, () => {
		fc.assert(
			fc.property(draft, options, (given, choice) => {
				const once = complete(given, choice);
				if ('problem' in once) return;
				expect(completed(once.contact, choice).contact).toEqual(once.contact);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});
