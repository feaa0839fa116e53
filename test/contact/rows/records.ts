import type { ContactDraft } from '../../../nodes/contact/contact';
import { readRowAsItem } from './read';

/** A record of a service, and what is read of it. */
export type Row = [
	service: string,
	row: Record<string, unknown>,
	draft: ContactDraft,
	warnings?: string[],
];

export const ANA = { first_name: 'Ana', last_name: 'Lima' };
export const SHOWN = { formatted_name: 'Ana Lima' };
export const NAMED = { ...SHOWN, ...ANA };
export const PHONE = { phone: '+447700900123' };
export const EMAIL = { email: 'ana@example.com' };

/** A test for each record that it is read as the input item. */
export function expectReadAsItem(rows: readonly Row[]): void {
	describe('a record is read as the input item', () => {
		it.each(rows)('of %s', (_service, row, draft, warnings = []) => {
			expect(readRowAsItem(row)).toEqual({ draft, warnings });
		});
	});
}
