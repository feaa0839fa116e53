import type { NodeExecutionHint } from 'n8n-workflow';

import { sumOfLeftOut } from '../carried/losses';
import type { LeftOut } from '../contact/contact';
import { escapeHtml } from '../failures/html';
import { warningLines, type ItemWarning } from '../failures/warningLines';

/** A warning of a card, with its first input item. */
export interface CardWarning extends ItemWarning {
	leftOut?: LeftOut;
}

/** What a run did, for the hint above its output. */
export interface Done {
	operation: 'send' | 'preview';
	/** The provider as people know it. */
	provider: string;
	cards: number;
	/** Cards that were not sent, or may not have been. */
	failed: number;
	warnings: readonly CardWarning[];
}

/**
 * What a run left out or changed, summed up above its output: `Sent. GOWA left out: 1 phone, 1 email.` Undefined if there
 * is nothing to say; a preview always says that it is a preview.
 */
export function doneHint({
	operation,
	provider,
	cards,
	failed,
	warnings,
}: Done): NodeExecutionHint | undefined {
	const isPreview = operation === 'preview';
	if (warnings.length === 0 && !isPreview) return undefined;
	const leftOut = sumOfLeftOut(warnings.flatMap(({ leftOut: some }) => some ?? []));
	const verb = isPreview ? 'would leave out' : 'left out';
	const summary = [
		begin(isPreview, cards, failed),
		...(leftOut === '' ? [] : [`${provider} ${verb}: ${leftOut}.`]),
	].join(' ');
	const others = warnings.filter(({ leftOut: some }) => some === undefined);
	return {
		type: warnings.length === 0 ? 'info' : 'warning',
		location: 'outputPane',
		message: [escapeHtml(summary), ...warningLines(others)].join('<br>'),
	};
}

function begin(isPreview: boolean, cards: number, failed: number): string {
	if (isPreview) return 'Preview: nothing was sent.';
	if (failed === 0) return 'Sent.';
	return `${String(cards - failed)} of ${String(cards)} cards were sent.`;
}
