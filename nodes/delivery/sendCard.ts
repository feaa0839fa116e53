import type { Failure } from '../failures/failure';
import { CUT_SHORT, failureOf, notRepeated, OVERTAKEN, type FailedMessage } from './cardFailure';
import type { Journal, KeptReceipt, KnownMessage } from './journal';
import type { MessageKind, NamedMessage } from './message';
import { repeatableDoubt, sendAndRecord, type RecordingTools } from './sendAndRecord';
import type { Doubt } from './sendMessage';
import { isWithoutCard, sentEarlier, type Withheld } from './withheld';

/** What became of a card. `receipts` are those of its messages that were sent in this or an earlier attempt, in order. */
export type CardResult =
	| {
			outcome: 'sent';
			receipts: KeptReceipt[];
			/** The messages that this call did not send. */
			withheld: Withheld[];
			/** Whether all of it had been sent before. */
			wasSentBefore: boolean;
	  }
	/** With the message that failed. */
	| ({ outcome: 'notSent' | 'unknown'; receipts: KeptReceipt[] } & FailedMessage)
	/** Another card's failure, or the end of the workflow, came first. */
	| { outcome: 'notStarted'; receipts: KeptReceipt[] };

export interface CardTools extends RecordingTools {
	/** Aborts when no new card may start. */
	noNewCards: AbortSignal;
	/** Aborts when the workflow is stopped. */
	stop: AbortSignal;
}

/** What the journal says about a card, without sending anything. */
export function knownResult(
	messages: readonly NamedMessage[],
	journal: Journal,
): Extract<CardResult, { outcome: 'sent' | 'notStarted' }> {
	const known = messages.map((message) => journal.findMessage(message));
	const receipts = receiptsOf(known);
	const withheld = messages.flatMap((message, place) => sentEarlier(message, place, known[place]));
	return withheld.length === messages.length
		? { outcome: 'sent', receipts, withheld, wasSentBefore: true }
		: { outcome: 'notStarted', receipts };
}

/**
 * Sends those messages of a card that were not sent and cannot have been, in order, up to the first that fails. A message
 * that an earlier attempt may have sent is sent again only if it is the same request and the service carries it out once.
 * Otherwise it leaves the outcome of the card unknown, and holds back messages of another kind: a card without the text
 * before it, or a text after it without the card, would say something else. For the same reason a text goes out only with
 * its card: not if all of the card had been sent before without that text.
 */
export async function sendCard(
	messages: readonly NamedMessage[],
	tools: CardTools,
): Promise<CardResult> {
	const card = new CardBeingSent(messages, tools);
	for (const [place, message] of messages.entries()) await card.sendIfDue(message, place);
	return card.result();
}

/** A card that is being sent, with what is known of its messages so far. {@link sendCard} has the rules. */
class CardBeingSent {
	/** Whether one of its messages was sent, now or before: the others then go out too, even if no new card may start. */
	private hasStarted: boolean;
	/** The kinds of its messages that this call has sent. */
	private readonly sentNow = new Set<MessageKind>();
	/** The messages that this call does not send although the card counts as sent. */
	private readonly withheld: Withheld[] = [];
	/** The messages that an earlier attempt may have sent and that are not sent again, by their places. */
	private readonly leftInDoubt = new Map<number, Failure>();
	/** The message that failed. */
	private failed: FailedMessage | undefined;
	/** Whether a message was not started, because no new card may start or the workflow was stopped. */
	private isHalted = false;

	constructor(
		private readonly messages: readonly NamedMessage[],
		private readonly tools: CardTools,
	) {
		this.hasStarted = messages.some(
			(message) => tools.journal.findMessage(message)?.outcome === 'sent',
		);
	}

	async sendIfDue(message: NamedMessage, place: number): Promise<void> {
		if (message.kind === 'textBefore') await this.waitForOtherCalls();
		const { known, doubt } = this.beforeThisCall(message);
		if (known !== undefined) {
			this.noteKnown(message, place, known);
			return;
		}
		if (this.hasEnded() || this.isHeldBack(message)) return;
		if (this.wouldStandAlone(message)) {
			this.withheld.push({ message: place, why: 'withoutCard' });
			return;
		}
		await this.send(message, place, doubt);
	}

	result(): CardResult {
		const known = this.messages.map((message) => this.tools.journal.findMessage(message));
		for (const [place, message] of this.messages.entries()) {
			// Another call may have left it in doubt since this one came to it
			const inTheEnd = known[place];
			if (inTheEnd?.outcome === 'unknown' && this.failed?.message !== place) {
				this.noteKnown(message, place, inTheEnd);
			}
		}
		const receipts = receiptsOf(known);
		const failed = failureOf(this.messages, known, this.leftInDoubt, this.failed);
		if (failed !== undefined) return { outcome: failed.failure.outcome, receipts, ...failed };
		if (this.isHalted) return { outcome: 'notStarted', receipts };
		const { withheld } = this;
		return { outcome: 'sent', receipts, withheld, wasSentBefore: this.sentNow.size === 0 };
	}

	/** So that a text before the card goes out only if no other call sends a part of the card meanwhile. */
	private async waitForOtherCalls(): Promise<void> {
		const { journal } = this.tools;
		for (const [place, { kind, keys }] of this.messages.entries()) {
			if (kind !== 'card') continue;
			await journal.settled(keys);
			if (journal.hasPartOf(keys)) this.failed ??= { message: place, failure: OVERTAKEN };
		}
	}

	/** What is known of a message that this call must not send; otherwise the attempt that it repeats, if there was one. */
	private beforeThisCall(message: NamedMessage): { known?: KnownMessage; doubt?: Doubt } {
		const known = this.tools.journal.findMessage(message);
		if (known === undefined) return {};
		const doubt = repeatableDoubt(known, message, this.tools.now());
		return doubt === undefined ? { known } : { doubt };
	}

	/** Notes that a message was sent, or may have been, but not by this call. */
	private noteKnown(message: NamedMessage, place: number, known: KnownMessage | undefined): void {
		if (known?.outcome === 'unknown') {
			this.leftInDoubt.set(place, notRepeated(known.title, message.kind));
		} else {
			this.withheld.push(...sentEarlier(message, place, known));
		}
	}

	private hasEnded(): boolean {
		return this.failed !== undefined || this.isHalted;
	}

	private isHeldBack({ kind }: NamedMessage): boolean {
		return [...this.leftInDoubt.keys()].some((place) => this.messages[place]?.kind !== kind);
	}

	private wouldStandAlone(message: NamedMessage): boolean {
		const knownOf = (part: NamedMessage) => this.beforeThisCall(part).known;
		return !this.sentNow.has('card') && isWithoutCard(message, this.messages, knownOf);
	}

	private async send(
		message: NamedMessage,
		place: number,
		doubt: Doubt | undefined,
	): Promise<void> {
		const { journal, stop, noNewCards } = this.tools;
		const mayStart = this.hasStarted ? stop : noNewCards;
		const isFollowed = this.messages.some(({ kind }) => kind === 'textAfter');
		const { by, result } = await sendAndRecord(
			message,
			{ mayStart, doubt, isFollowed },
			this.tools,
		);
		if (by === 'otherInPart' && message.kind === 'card') {
			this.failed = { message: place, failure: OVERTAKEN };
		} else if (by === 'otherInPart') {
			this.noteKnown(message, place, journal.findMessage(message));
		} else if (result === undefined) {
			this.noteNotStarted(place, doubt);
		} else if (result.outcome !== 'sent') {
			this.failed = { message: place, failure: result.failure };
		} else {
			this.hasStarted = true;
			if (by === 'this') this.sentNow.add(message.kind);
			else this.noteKnown(message, place, journal.findMessage(message));
		}
	}

	/** A card that has not started has not failed. A message that repeats an earlier attempt stays in doubt. */
	private noteNotStarted(place: number, doubt: Doubt | undefined): void {
		if (this.hasStarted && doubt === undefined) {
			this.failed = { message: place, failure: CUT_SHORT };
		} else {
			this.isHalted = true;
		}
	}
}

/**
 * The receipts of a card, in the order of its messages; of two equal messages of an agent only one was sent.
 *
 * @param known what the journal says about each message
 */
function receiptsOf(known: ReadonlyArray<KnownMessage | undefined>): KeptReceipt[] {
	const receipts = known.flatMap((message) =>
		message?.outcome === 'sent' ? [message.receipt] : [],
	);
	return [...new Set(receipts)];
}
