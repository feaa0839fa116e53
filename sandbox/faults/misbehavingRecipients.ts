/** Recipients for whom every provider misbehaves, without a fault being set. */
import type { FaultKind } from './kinds';

/** A recipient that always misbehaves. */
export interface Misbehavior {
	/** The number's digits, from +1 202 555 01xx, which is reserved for fiction and counts as a possible number. */
	number: string;
	/** Part of the ID with the same behavior at providers that do not address by number: `conv-<slug>`, `ch_<slug>`. */
	slug: string;
	kind: FaultKind;
	/** Misbehaves only on every other request, so that one retry succeeds. */
	firstTimeOnly?: boolean;
	/** The card is accepted although the answer says otherwise. */
	taken?: boolean;
	/** The wait that a 429 asks for. */
	seconds?: number;
}

/** Every recipient that misbehaves: the same for each provider that addresses by number. */
export const MISBEHAVIORS: readonly Misbehavior[] = [
	{ number: '12025550100', slug: 'busy', kind: '429-retry-after' },
	{ number: '12025550101', slug: 'busy-once', kind: '429-retry-after', firstTimeOnly: true },
	{
		number: '12025550102',
		slug: 'busy-date',
		kind: '429-retry-date',
		firstTimeOnly: true,
		seconds: 2,
	},
	{ number: '12025550103', slug: 'busy-reset', kind: '429-reset', firstTimeOnly: true },
	{ number: '12025550104', slug: 'busy-body', kind: '429-body', firstTimeOnly: true },
	{ number: '12025550105', slug: 'busy-bare', kind: '429-bare', firstTimeOnly: true },
	{ number: '12025550106', slug: 'busy-long', kind: '429-retry-after', seconds: 3600 },
	{ number: '12025550110', slug: 'error-500', kind: '500-json' },
	{ number: '12025550111', slug: 'error-500-taken', kind: '500-json', taken: true },
	{ number: '12025550112', slug: 'error-502', kind: '502-html' },
	{ number: '12025550113', slug: 'error-503', kind: '503-xml' },
	{ number: '12025550114', slug: 'error-504', kind: '504' },
	{ number: '12025550115', slug: 'error-401', kind: '401' },
	{ number: '12025550120', slug: 'slow', kind: 'slow' },
	{ number: '12025550121', slug: 'hang', kind: 'hang' },
	{ number: '12025550122', slug: 'hang-taken', kind: 'hang-after' },
	{ number: '12025550123', slug: 'reset', kind: 'reset-before' },
	{ number: '12025550124', slug: 'reset-taken', kind: 'reset-after' },
	{ number: '12025550130', slug: 'html-type', kind: 'wrong-content-type' },
	{ number: '12025550131', slug: 'html-page', kind: 'html-200' },
	{ number: '12025550132', slug: 'empty', kind: 'empty-200' },
	{ number: '12025550133', slug: 'truncated', kind: 'truncated' },
	{ number: '12025550134', slug: 'no-success', kind: 'success-false' },
	{ number: '12025550135', slug: 'redirect', kind: 'redirect-302' },
	{ number: '12025550136', slug: 'redirect-307', kind: 'redirect-307' },
	{ number: '12025550142', slug: 'echo', kind: 'echo' },
];

/**
 * The misbehavior of a recipient, in any spelling of its number.
 *
 * @param idOf the provider's own ID for it, if it does not address by number
 */
export function misbehaviorOf(
	recipient: string,
	idOf?: (slug: string) => string,
): Misbehavior | undefined {
	const digits = (recipient.split('@')[0] ?? '').replace(/\D/g, '');
	return MISBEHAVIORS.find(
		// Without the 1 for Telegram, whose chats have no phone numbers
		({ number, slug }) => [number, number.slice(1)].includes(digits) || idOf?.(slug) === recipient,
	);
}
