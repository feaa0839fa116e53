/** What the demo prints: a table of all cards, and each failure in full. */
import type { Result } from './results';
import { head, row, totalWidth, wrap, type Column } from './table';

/** What became of a workflow's cards, for {@link report}. */
export interface WorkflowResults {
	name: string;
	/** Its file in examples/; absent for the workflow that is generated from the list of providers. */
	file?: string;
	results: Result[];
}

/** The table is readable at this width, and uses a little more in a wider terminal. */
const MIN_WIDTH = 100;
const MAX_WIDTH = 120;

/** Whether a card is known not to have been sent, or may have arrived. */
function shortOutcome({ outcome }: Extract<Result, { kind: 'failed' }>): string {
	return outcome === 'notSent' ? 'not sent' : 'may have arrived';
}

/**
 * The table of all cards with a section per workflow, then an example of a warning, and each failure in full.
 *
 * @param terminalColumns width of the terminal, if there is one
 */
export function report(
	workflows: readonly WorkflowResults[],
	terminalColumns = MIN_WIDTH,
): string[] {
	const width = Math.min(Math.max(terminalColumns, MIN_WIDTH), MAX_WIDTH);
	const columns = columnsFor(width);
	const ruler = '─'.repeat(totalWidth(columns));
	const results = workflows.flatMap((workflow) => workflow.results);
	return [
		...head(columns),
		...workflows.flatMap(({ name, file, results: rows }) => [
			file === undefined ? name : `${name} (examples/${file})`,
			'',
			...rows.flatMap((result) => [...row(cells(result), columns), '']),
			ruler,
		]),
		...exampleOfWarnings(results, width),
		'',
		...results.flatMap((result) => failureInFull(result, width)),
	];
}

function columnsFor(width: number): Column[] {
	const more = Math.floor((width - MIN_WIDTH) / 2);
	return [
		{ title: 'PROVIDER', width: 9 },
		{ title: 'RECIPIENT', width: 18 },
		{ title: 'CONTACTS', width: 20 + more },
		{ title: 'MESSAGE ID', width: 32 },
		{ title: 'WARNINGS', width: 13 + more },
	];
}

function cells(result: Result): string[] {
	const { provider, recipient, contacts } = result;
	const start = [provider.replace('.', '.\n'), recipient.replace('@', '\n@'), contacts.join('\n')];
	if (result.kind === 'failed') return [...start, `✗ ${shortOutcome(result)}, see below`, ''];
	const { messageIds, warnings } = result;
	const fields = [...new Set(warnings.map(({ field }) => field))].join(', ');
	return [
		...start,
		messageIds.length === 0 ? `sent (${provider} gives no ID)` : messageIds.join('\n'),
		warnings.length === 0 ? '' : `${warnings.length}: ${fields}`,
	];
}

/** Explains the warnings in the last column by an example. */
function exampleOfWarnings(results: readonly Result[], width: number): string[] {
	const warned = results.find((result) => result.kind === 'sent' && result.warnings.length > 0);
	if (warned?.kind !== 'sent') return [];
	const words = warned.warnings.map(({ message }) => message).slice(0, 1);
	return [
		'Warnings name the fields that did not go out as given. The first one in full:',
		...words.flatMap((message) => wrap(message, width - 2)).map((line) => `  ${line}`),
	];
}

function failureInFull(result: Result, width: number): string[] {
	if (result.kind === 'sent') return [];
	const { provider, recipient, message } = result;
	return [
		`✗ ${provider} to ${recipient}: ${shortOutcome(result)}`,
		...wrap(message, width - 2).map((line) => `  ${line}`),
		'',
	];
}
