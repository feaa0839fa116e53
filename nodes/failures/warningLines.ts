import { escapeHtml } from './html';

/** Warnings that are written out; of the others only the number is shown. */
const MAX_WARNINGS = 10;

/** A warning with its input item, counted from 0 as in n8n, and its contact, counted from 1, if it is about one. */
export interface ItemWarning {
	item: number;
	contact?: number;
	field: string;
	message: string;
}

/** Warnings as lines of an n8n hint, which is HTML: where, and what. At most ten, and how many more there are. */
export function warningLines(warnings: readonly ItemWarning[]): string[] {
	const lines = warnings.slice(0, MAX_WARNINGS).map(({ item, contact, field, message }) => {
		const subject = contact === undefined ? '' : `Contact ${String(contact)}, `;
		return escapeHtml(`${subject}${field} [item ${String(item)}]: ${message}`);
	});
	const rest = warnings.length - lines.length;
	return rest === 0 ? lines : [...lines, `and ${String(rest)} more`];
}
