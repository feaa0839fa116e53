import type { NodeExecutionHint } from 'n8n-workflow';

import { count } from '../contact/text';
import { escapeHtml } from '../failures/html';
import type { ContactWarning } from './conversion';

/** Warnings that the hint spells out; of the others it tells the number. */
const MOST = 10;

/** A warning with its input item, counted from 0 as n8n does. */
export interface ItemWarning extends ContactWarning {
	item: number;
}

/** Warnings as one hint above the output in the editor, which shows it as HTML. */
export function warningHint(warnings: readonly ItemWarning[]): NodeExecutionHint {
	const lines = warnings.slice(0, MOST).map(({ item, contact, field, message }) => {
		const subject = contact === undefined ? '' : `Contact ${String(contact)}, `;
		return escapeHtml(`${subject}${field} [item ${String(item)}]: ${message}`);
	});
	const rest = warnings.length - lines.length;
	return {
		type: 'warning',
		location: 'outputPane',
		message: [
			`Not everything could be kept as it was given (${count(warnings.length, 'warning')}):`,
			...lines,
			...(rest === 0 ? [] : [`and ${String(rest)} more`]),
		].join('<br>'),
	};
}
