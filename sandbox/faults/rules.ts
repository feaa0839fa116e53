/** The faults in force, and which request they strike. */
import { z } from 'zod';
import { isProviderId, providerOf, type ProviderId } from '../registry';
import { recipientKey } from '../toolkit/recipient';
import { FAULT_KINDS } from './kinds';
import { misbehaviorOf, type Misbehavior } from './misbehavingRecipients';

const faultSchema = z
	.object({
		kind: z.enum(FAULT_KINDS),
		/** Only this provider; by default all. */
		provider: z.string().refine(isProviderId, 'is no provider').optional(),
		/** Only cards for this recipient, in any spelling; by default all. */
		recipient: z.string().optional(),
		/** Which requests: those that send a card (default), the others (lists, credential tests), or both. */
		on: z.enum(['send', 'list', 'any']).default('send'),
		/** Strikes this many times, then never again; by default always. */
		times: z.number().int().positive().optional(),
		/** Lets this many matching requests through first. */
		after: z.number().int().nonnegative().default(0),
		/** The wait that a 429 asks for, in seconds. */
		seconds: z.number().nonnegative().default(1),
		/** How long `slow` waits, in milliseconds. */
		ms: z.number().nonnegative().default(200),
		/** The card is accepted although the answer says otherwise. */
		taken: z.boolean().default(false),
		/** Where a redirect leads; by default `/_sandbox/elsewhere`. */
		location: z.string().optional(),
	})
	.strict();

/** A fault as requested. */
export type FaultRule = z.input<typeof faultSchema>;
/** A fault with its defaults filled in. */
export type Fault = z.output<typeof faultSchema>;

interface ActiveFault extends Fault {
	seen: number;
	struck: number;
}

/** Reads a fault from the body of POST /_sandbox/faults. Throws a ZodError if it isn't one. */
export function readFault(rule: unknown): Fault {
	return faultSchema.parse(rule);
}

/** The faults in force: requested rules, and recipients that always misbehave. */
export class Faults {
	private rules: ActiveFault[] = [];
	private readonly firstSeen = new Set<string>();

	/** @param changed called when a rule is added, strikes or is removed */
	constructor(private readonly changed: () => void) {}

	add(fault: Fault): void {
		this.rules.push({ ...fault, seen: 0, struck: 0 });
		this.changed();
	}

	/** The rules in force, with how often each matched and struck. */
	list(): ReadonlyArray<Readonly<ActiveFault>> {
		return this.rules.map((rule) => ({ ...rule }));
	}

	clear(): void {
		this.rules = [];
		this.firstSeen.clear();
		this.changed();
	}

	/** The fault that strikes this request, if any: the first matching rule, otherwise the recipient's own. */
	strike(provider: ProviderId, recipient: string, isSend: boolean): Fault | null {
		for (const rule of this.rules) {
			if (!matches(rule, provider, recipient, isSend)) continue;
			rule.seen++;
			if (rule.seen <= rule.after || (rule.times !== undefined && rule.struck >= rule.times))
				continue;
			rule.struck++;
			this.changed();
			return rule;
		}
		const misbehavior = isSend
			? misbehaviorOf(recipient, providerOf(provider).misbehavingId)
			: undefined;
		return misbehavior === undefined ? null : this.strikeRecipient(provider, misbehavior);
	}

	private strikeRecipient(
		provider: ProviderId,
		{ kind, firstTimeOnly, taken, seconds, number }: Misbehavior,
	): Fault | null {
		if (firstTimeOnly) {
			const key = `${provider} ${number}`;
			const isSecond = this.firstSeen.delete(key);
			if (isSecond) return null;
			this.firstSeen.add(key);
		}
		return readFault({ kind, taken, seconds });
	}
}

function matches(rule: Fault, provider: ProviderId, recipient: string, isSend: boolean): boolean {
	if (rule.provider !== undefined && rule.provider !== provider) return false;
	if (rule.on !== 'any' && (rule.on === 'send') !== isSend) return false;
	return rule.recipient === undefined || recipientKey(rule.recipient) === recipientKey(recipient);
}
