import { canBeIdOf, otherSpelling } from '../contact/phone/whatsAppAccount';
import type { NumberLookUp, NumberStatus, Target } from '../providers/provider';
import { createAsker, type AskSettings } from './askService';
import { runRecipientQueues } from './recipientQueues';
import type { SenderTools } from './sendMessage';

/** What is known about a number: what the service said, or why nothing is known, as a sentence without its full stop. */
export type NumberAnswer = NumberStatus | { failed: string };

/** Digits with country code, and the target of their card, which names the account that asks. */
export interface NumberToAsk {
	number: string;
	target: Target;
}

/** Failures in a row after which an account is not asked again. */
const MAX_FAILURES = 3;

/**
 * Asks a service which numbers are on WhatsApp, each number once, several in a request if it accepts several, at the pace
 * of the run. A failed look-up never fails a card: its answer says why. Since it only asks, it may be repeated.
 *
 * @param known what earlier attempts of the run found out: not asked again, and added to
 * @returns what is known, by number; numbers that were not asked because the workflow was stopped are absent
 */
export async function askNumbers(
	asked: readonly NumberToAsk[],
	lookUp: NumberLookUp,
	settings: AskSettings,
	tools: SenderTools,
	known: Map<string, NumberStatus>,
): Promise<Map<string, NumberAnswer>> {
	const answers = new Map<string, NumberAnswer>(known);
	const askAll = createAskAll(lookUp, settings, tools, answers);
	const fresh = asked.filter(({ number }) => !known.has(number));
	await askAll(fresh);
	if (lookUp.onlyAsSpelled === true) {
		const unknown = fresh.flatMap(({ number, target }) => {
			const other = otherSpelling(number);
			return other !== undefined && saysNo(answers.get(number)) ? [{ number, other, target }] : [];
		});
		await askAll(unknown.map(({ other, target }) => ({ number: other, target })));
		for (const { number, other } of unknown) {
			const answer = answers.get(other);
			if (answer !== undefined && !saysNo(answer)) answers.set(number, asOther(answer, other));
		}
	}
	for (const [number, answer] of answers) {
		if (!('failed' in answer)) known.set(number, answer);
	}
	return answers;
}

function saysNo(answer: NumberAnswer | undefined): boolean {
	return answer !== undefined && !('failed' in answer) && !answer.onWhatsApp;
}

/** A number that is not on WhatsApp as it is spelled may be there under its other spelling. */
function asOther(answer: NumberAnswer, other: string): NumberAnswer {
	return 'failed' in answer || !answer.onWhatsApp
		? answer
		: { ...answer, waId: answer.waId ?? other };
}

/** Asks about those numbers that have no answer yet. */
function createAskAll(
	lookUp: NumberLookUp,
	settings: AskSettings,
	tools: SenderTools,
	answers: Map<string, NumberAnswer>,
): (asked: readonly NumberToAsk[]) => Promise<void> {
	const ask = createAsker(lookUp, settings, tools);
	const failures = new Map<string, { inARow: number; last: string }>();

	const askBatch = async ({ account, numbers, target }: Batch) => {
		const before = failures.get(account) ?? { inARow: 0, last: '' };
		const answer =
			before.inARow < MAX_FAILURES ? await ask(numbers, target) : { failed: before.last };
		if ('failed' in answer) {
			const inARow = answer.isFinal === true ? MAX_FAILURES : before.inARow + 1;
			failures.set(account, { inARow, last: answer.failed });
		} else {
			failures.delete(account);
		}
		for (const number of numbers) {
			answers.set(
				number,
				'failed' in answer
					? { failed: answer.failed }
					: answerFor(number, answer.found.get(number)),
			);
		}
	};

	return async (asked) => {
		const { digitsAtLeast: least = 0 } = lookUp;
		const open = asked.filter(({ number }) => !answers.has(number));
		for (const { number } of open) {
			if (number.length >= least) continue;
			const failed = `${tools.provider.displayName} looks up only numbers of at least ${String(least)} digits`;
			answers.set(number, { failed });
		}
		const batches = batchesOf(
			open.filter(({ number }) => number.length >= least),
			lookUp,
		);
		await runRecipientQueues(
			batches.map((_, index) => String(index)),
			settings.concurrency,
			async (place) => {
				const batch = batches[place];
				if (batch !== undefined) await askBatch(batch);
			},
			() => !tools.stop.aborted,
		);
	};
}

/** The answer about a number. An id that cannot be that of the number may be another person's, and is not believed. */
function answerFor(number: string, status: NumberStatus | undefined): NumberAnswer {
	if (status === undefined) return { failed: 'the answer does not include it' };
	if (!status.onWhatsApp || status.waId === undefined || canBeIdOf(number, status.waId)) {
		return status;
	}
	return { failed: `the answer names another number, +${status.waId}` };
}

interface Batch {
	/** Names the account that is asked. */
	account: string;
	target: Target;
	numbers: string[];
}

/** Each number once, by the account that is asked: the request to it is the same but for the number. */
function batchesOf(asked: readonly NumberToAsk[], lookUp: NumberLookUp): Batch[] {
	const batches: Batch[] = [];
	const open = new Map<string, Batch>();
	const seen = new Set<string>();
	for (const { number, target } of asked) {
		if (seen.has(number)) continue;
		seen.add(number);
		const account = JSON.stringify(lookUp.request(['0'], target));
		let batch = open.get(account);
		if (batch === undefined || batch.numbers.length >= lookUp.numbersPerRequest) {
			batch = { account, target, numbers: [] };
			open.set(account, batch);
			batches.push(batch);
		}
		batch.numbers.push(number);
	}
	return batches;
}
