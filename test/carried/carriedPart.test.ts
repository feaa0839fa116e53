import fc from 'fast-check';

import { carriedPart } from '../../nodes/carried/carriedPart';
import { losses } from '../../nodes/carried/losses';
import { completeContact } from '../../nodes/contact/complete';
import type { Contact } from '../../nodes/contact/contact';
import { providers } from '../../nodes/providers/index';
import { draft } from '../contact/arbitrary';
import { asContact } from '../support/contactSchema';

const SEED = 20_260;

const RICH: Contact = {
	name: { formatted_name: 'Dr. John Doe', first_name: 'John', last_name: 'Doe', suffix: 'Jr.' },
	phones: [
		{ phone: '+14155551234;ext=56', type: 'CELL', wa_id: '5511999998888' },
		{ phone: '+5512996130832', type: 'WORK', wa_id: '5512996130832' },
	],
	emails: [
		{ email: 'john@example.com', type: 'WORK' },
		{ email: 'doe@example.org', type: 'HOME' },
	],
	addresses: [{ city: 'São Paulo', type: 'WORK' }],
	org: { company: 'Acme', department: 'Sales', title: 'Manager' },
	urls: [{ url: 'https://example.com', type: 'WORK' }],
	birthday: '--05-15',
	nickname: 'Johnny',
	note: 'Met at the fair',
	photo: 'https://example.com/john.png',
};

const carriesOf = (id: string) => {
	const provider = providers.find((candidate) => candidate.id === id);
	if (provider === undefined) throw new Error(`There is no provider ${id}`);
	return provider.carries;
};

describe('the part of a contact that a provider carries', () => {
	it('is the name and one bare phone for GOWA', () => {
		expect(carriedPart(RICH, carriesOf('gowa'))).toEqual({
			name: { formatted_name: 'Dr. John Doe', first_name: 'John', last_name: 'Doe' },
			phones: [{ phone: '+14155551234', type: 'CELL' }],
			emails: [],
			addresses: [],
			org: {},
			urls: [],
		});
	});

	it('has one email, one URL and the company for RyzeAPI, without their types', () => {
		expect(carriedPart(RICH, carriesOf('ryzeapi'))).toEqual({
			name: { formatted_name: 'Dr. John Doe', first_name: 'John', last_name: 'Doe' },
			phones: [{ phone: '+14155551234', type: 'CELL' }],
			emails: [{ email: 'john@example.com' }],
			addresses: [],
			org: { company: 'Acme' },
			urls: [{ url: 'https://example.com' }],
		});
	});

	it('lacks what Chatvolt has no parameter for, and a birthday without a year', () => {
		const { birthday: _birthday, nickname: _nickname, note: _note, photo: _photo, ...rest } = RICH;
		expect(carriedPart(RICH, carriesOf('chatvolt'))).toEqual({
			...rest,
			phones: [
				{ phone: '+14155551234', type: 'CELL', wa_id: '5511999998888' },
				{ phone: '+5512996130832', type: 'WORK', wa_id: '5512996130832' },
			],
		});
	});

	it('is all of it where a vCard goes', () => {
		expect(carriedPart(RICH, carriesOf('wawp'))).toEqual(RICH);
	});

	it.each(providers.map(({ id, carries }) => [id, carries] as const))(
		`is a contact that %s loses nothing of, whatever it was (seed ${String(SEED)})`,
		(_id, carries) => {
			fc.assert(
				fc.property(draft, (found) => {
					const completed = completeContact(
						{ draft: found, warnings: [] },
						{ whatsappId: 'fromPhone' },
					);
					if ('problem' in completed) return;
					const part = carriedPart(completed.contact, carries);
					expect(asContact(part)).toBe(part);
					expect(losses(part, carries)).toEqual([]);
					expect(carriedPart(part, carries)).toEqual(part);
				}),
				{ seed: SEED, numRuns: 500 },
			);
		},
	);
});
