import fc from 'fast-check';

import type { Contact } from '../../../nodes/contact/contact';
import { decodeVCardFile } from '../../../nodes/contact/vcard/charset';
import { readVCards } from '../../../nodes/contact/vcard/read';
import { writeVCard, writeVCards } from '../../../nodes/contact/vcard/write';
import { contact } from './arbitrary';

const SEED = 20260;
const RUNS = 3000;
const MAX_OCTETS = 75;

/** A contact as it comes back: web addresses with their commas encoded, a phone that is no number as its WhatsApp id. */
function comesBack({ photo, ...contact }: Contact): Contact {
	const encoded = (uri: string): string => uri.replaceAll(',', '%2C');
	return {
		...contact,
		...(photo === undefined ? {} : { photo: photo.startsWith('data:') ? photo : encoded(photo) }),
		urls: contact.urls.map(({ url, ...type }) => ({ url: encoded(url), ...type })),
		phones: contact.phones.map(({ phone, ...rest }) => ({
			phone: rest.wa_id === undefined || /\p{Nd}/u.test(phone) ? phone : '',
			...rest,
		})),
	};
}

describe('what is written and read again', () => {
	it(`is the same contact, for every contact that the schema allows (seed ${SEED})`, () => {
		fc.assert(
			fc.property(contact, (written) => {
				const read = readVCards(writeVCard(written));
				expect(read).toMatchObject({
					contacts: [{ draft: comesBack(written), warnings: [] }],
					warnings: [],
				});
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`is the same contacts in the same order, as the bytes of one file (seed ${SEED})`, () => {
		fc.assert(
			fc.property(fc.array(contact, { maxLength: 5 }), (written) => {
				const bytes = new TextEncoder().encode(writeVCards(written));
				const { contacts } = readVCards(decodeVCardFile(bytes));
				expect(contacts.map(({ draft }) => draft)).toEqual(written.map(comesBack));
			}),
			{ seed: SEED, numRuns: RUNS / 10 },
		);
	});

	it(`has one BEGIN, one END and lines of at most 75 octets, whatever its texts are (seed ${SEED})`, () => {
		fc.assert(
			fc.property(contact, (written) => {
				const text = writeVCard(written);
				expect(text.endsWith('\r\n')).toBe(true);
				const lines = text.slice(0, -2).split('\r\n');
				const unfit = lines.filter(
					(line) =>
						/[\r\n]/.test(line) || !line.isWellFormed() || Buffer.byteLength(line) > MAX_OCTETS,
				);
				expect(unfit).toEqual([]);
				const names = lines
					.filter((line) => !line.startsWith(' '))
					.map((line) => /^(?:item\d+\.)?([A-Za-z-]+)/.exec(line)?.[1]);
				expect(names.filter((name) => name === 'BEGIN' || name === 'END')).toHaveLength(2);
				expect(names.filter((name) => name === 'TEL')).toHaveLength(written.phones.length);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});
