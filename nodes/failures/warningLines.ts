import { escapeHtml } from './html';

/** Warnings that are spelled out; of the others only the number is told. */
const MOST = 10;

/** A warning with its input item, counted from 0 as n8n does, and its contact, counted from 1, where it is about one. */
export interface ItemWarning {
	item: number;
	contact?: number;
	field: string;
	message: string;
}

/** Warnings as lines of one of n8n's hints, which are HTML: where, and what. At most ten, and how many more. */
export function warningLines(warnings: readonly ItemWarning[]): string[] {
	const lines = warnings.slice(0, MOST).map(({ item, contact, field, message }) => {
		const subject = contact === undefined ? '' : `Contact ${String(contact)}, `;
		return escapeHtml(`${subject}${field} [item ${String(item)}]: ${message}`);
	});
	const rest = warnings.length - lines.length;
	return rest === 0 ? lines : [...lines, `and ${String(rest)} more`];
}
