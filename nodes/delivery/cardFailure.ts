/** The failure of a card, put together from what became of its messages. */

import { mayHaveArrived, type Failure } from '../failures/failure';
import type { KnownMessage } from './journal';
import type { MessageKind, NamedMessage } from './message';

/** `message` is the place of the message in its card, from 0. */
export interface FailedMessage {
	message: number;
	failure: Failure;
}

export const OVERTAKEN: Failure = {
	outcome: 'notSent',
	title:
		'Another call was sending a part of these contacts at the same time, so they were not sent together',
	fix: 'Make the call again: it sends only those that have not been sent.',
};

export const CUT_SHORT: Failure = {
	outcome: 'notSent',
	title: 'The workflow was stopped before the whole card was sent',
	fix: 'Send the rest of it.',
};

/** @param title why nobody knows whether the earlier attempt sent it, as a sentence without its full stop */
export function notRepeated(title: string, kind: MessageKind): Failure {
	const what = kind === 'card' ? 'card' : 'text';
	return {
		outcome: 'unknown',
		title: `The ${what} was not sent again, because an earlier attempt may have sent it (${title})`,
		fix: mayHaveArrived(what),
	};
}

/**
 * The failure of a card: that of this attempt, otherwise the first of an earlier one, with everything else that a person has
 * to know before sending the card again.
 *
 * @param known what the journal says about each message
 * @param leftInDoubt the failures of earlier attempts, by the places of their messages
 * @param failed the failure of this attempt
 */
export function failureOf(
	messages: readonly NamedMessage[],
	known: ReadonlyArray<KnownMessage | undefined>,
	leftInDoubt: ReadonlyMap<number, Failure>,
	failed: FailedMessage | undefined,
): FailedMessage | undefined {
	const [firstInDoubt] = [...leftInDoubt].map(([message, failure]) => ({ message, failure }));
	const first = failed ?? firstInDoubt;
	if (first === undefined) return undefined;
	const place = first.message;
	const failure = withMessageId(first.failure, messages[place]);
	const othersInDoubt = messages.filter((_, index) => index !== place && leftInDoubt.has(index));
	const hasTexts = messages.some(({ kind }) => kind !== 'card');
	const sent = messages.filter(
		(_, index) => (hasTexts || index > place) && known[index]?.outcome === 'sent',
	);
	const notSent = messages.filter((_, index) => index !== place && known[index] === undefined);
	const more = [
		...(othersInDoubt.length === 0
			? []
			: [
					`Not sent again, because an earlier attempt may have sent it: ${subjectsOf(othersInDoubt)}.`,
				]),
		...(sent.length === 0 ? [] : [`Sent: ${subjectsOf(sent)}.`]),
		...(hasTexts && notSent.length > 0 ? [`Not sent: ${subjectsOf(notSent)}.`] : []),
	];
	return {
		message: place,
		failure: {
			...failure,
			outcome: leftInDoubt.size > 0 ? 'unknown' : failure.outcome,
			fix: [failure.fix, ...more].join(' '),
		},
	};
}

/** If it is unknown whether a message arrived, adds the ID that we chose for it, so that it can be found at the service. */
function withMessageId(failure: Failure, message: NamedMessage | undefined): Failure {
	const id = message?.request.messageId;
	if (failure.outcome !== 'unknown' || id === undefined) return failure;
	return { ...failure, fix: `${failure.fix} Its message ID is ${id}.` };
}

function subjectsOf(messages: readonly NamedMessage[]): string {
	return messages.map(({ subject }) => subject).join(', ');
}
