/**
 * Ways to misbehave. `slow`, `hang-after`, `reset-after`, `wrong-content-type` and `truncated` accept the card; those with
 * an answer of their own accept it only if the rule says `taken`.
 */
export const FAULT_KINDS = [
	'429-retry-after',
	'429-retry-date',
	'429-reset',
	'429-body',
	'429-bare',
	'500-json',
	'502-html',
	'503-xml',
	'504',
	'401',
	'slow',
	'hang',
	'hang-after',
	'reset-before',
	'reset-after',
	'wrong-content-type',
	'html-200',
	'empty-200',
	'truncated',
	'success-false',
	'redirect-302',
	'redirect-307',
	'echo',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
