import { otherSpelling } from '../contact/phone/whatsAppAccount';
import type { Clock } from '../eventLoop/clock';
import { plainWords, shorten } from '../failures/providerWords';
import type {
	NumberLookUp,
	NumberStatus,
	LookUpRequest,
	ProviderResponse,
	Target,
} from '../providers/provider';
import { connectionWords } from './connectionWords';
import type { DeliverySettings } from './deliver';
import { Pace } from './pace';
import { waitAskedFor } from './rateLimit';
import { runRecipientQueues } from './recipientQueues';
import { paceOf, type SenderTools } from './sendMessage';

/** What is known about a number: what the service said, or why nothing is known, as a sentence without its full stop. */
export type NumberAnswer = NumberStatus | { failed: string };

/** Digits with country code, and the target of their card, which names the account that asks. */
export interface NumberToAsk {
	number: string;
	target: Target;
}

export type AskSettings = Omit<DeliverySettings, 'continueOnFail' | 'keepResponses'>;

/** Failures in a row after which an account is not asked again. */
const MOST_FAILURES = 3;
/** Milliseconds before another attempt, if the service does not say. */
const BACK_OFF = 1000;
/** Maximum characters of the service's own words. */
const WORDS = 200;

/**
 * Asks a service which numbers are on WhatsApp, each number once, several in a request if it accepts several, at the pace
 * of the run. A failed look-up never fails a card: its answer says why. Since it only asks, it may be repeated.
 *
 * @returns what is known, by number; numbers that were not asked because the workflow was stopped are absent
 */
export async function askNumbers(
	asked: readonly NumberToAsk[],
	lookUp: NumberLookUp,
	settings: AskSettings,
	tools: SenderTools,
): Promise<Map<string, NumberAnswer>> {
	const ask = createAsker(lookUp, settings, tools);
	const known = new Map<string, NumberAnswer>();
	const batches = batchesOf(asked, lookUp.numbersPerRequest);
	const failures = new Map<string, { inARow: number; last: string }>();
	await runRecipientQueues(
		batches.map((_, index) => String(index)),
		settings.concurrency,
		async (place) => {
			const batch = batches[place];
			if (batch === undefined) return;
			const { account, numbers, target } = batch;
			const before = failures.get(account) ?? { inARow: 0, last: '' };
			const answers =
				before.inARow < MOST_FAILURES ? await ask(numbers, target) : { failed: before.last };
			if ('failed' in answers) {
				failures.set(account, { inARow: before.inARow + 1, last: answers.failed });
			} else {
				failures.delete(account);
			}
			for (const number of numbers) {
				known.set(number, 'failed' in answers ? answers : answerFor(number, answers.found));
			}
			if (!('failed' in answers) && lookUp.onlyAsSpelled === true) {
				await askOtherSpellings(numbers, known, async (other) => await ask([other], target));
			}
		},
		() => !tools.stop.aborted,
	);
	return known;
}

type Answers = { found: ReadonlyMap<string, NumberStatus> } | { failed: string };

function answerFor(number: string, found: ReadonlyMap<string, NumberStatus>): NumberAnswer {
	return found.get(number) ?? { failed: 'the answer does not include it' };
}

/** A number that is not on WhatsApp as it is spelled may be there under its other spelling. */
async function askOtherSpellings(
	numbers: readonly string[],
	known: Map<string, NumberAnswer>,
	ask: (other: string) => Promise<Answers>,
): Promise<void> {
	for (const number of numbers) {
		const answer = known.get(number);
		const other = otherSpelling(number);
		if (answer === undefined || 'failed' in answer || answer.onWhatsApp) continue;
		if (other === undefined) continue;
		const answers = await ask(other);
		if ('found' in answers && answers.found.get(other)?.onWhatsApp === true) {
			known.set(number, { onWhatsApp: true, waId: other });
		}
	}
}

interface Batch {
	/** Names the account that is asked. */
	account: string;
	target: Target;
	numbers: string[];
}

/** Each number once, by the account that is asked. */
function batchesOf(asked: readonly NumberToAsk[], size: number): Batch[] {
	const batches: Batch[] = [];
	const open = new Map<string, Batch>();
	const seen = new Set<string>();
	for (const { number, target } of asked) {
		if (seen.has(number)) continue;
		seen.add(number);
		const account = JSON.stringify({ ...target, recipient: '', replyTo: '' });
		let batch = open.get(account);
		if (batch === undefined || batch.numbers.length >= size) {
			batch = { account, target, numbers: [] };
			open.set(account, batch);
			batches.push(batch);
		}
		batch.numbers.push(number);
	}
	return batches;
}

function createAsker(lookUp: NumberLookUp, settings: AskSettings, tools: SenderTools) {
	const { clock, transport, stop } = tools;
	const { maxRetries, maxRetryWait } = settings;
	const maxWait = maxRetryWait * 1000;
	const pace = tools.pace ?? paceOf(settings, clock);
	const ownPace = paceOfLookUps(lookUp, clock);

	/** Undefined if it may be asked again, after the pause that is now set on the pace. */
	const once = async (
		request: LookUpRequest,
		numbers: readonly string[],
		isLast: boolean,
	): Promise<Answers | undefined> => {
		for (const gate of ownPace === undefined ? [pace] : [ownPace, pace]) {
			const admission = await gate.admit(stop);
			if (!admission.admitted) return { failed: 'there was no time left for it' };
		}
		const answer = await transport(request);
		if (answer.kind === 'failure') {
			return { failed: `${tools.provider.displayName} ${connectionWords(answer.failure).what}` };
		}
		const { response } = answer;
		const isSuccess = response.status >= 200 && response.status < 300;
		const found = isSuccess ? lookUp.found(response, numbers) : undefined;
		if (found !== undefined) return { found };
		const refusal = tools.provider.refusal(response);
		if (response.status === 429 || refusal.tooMany === true) {
			const wait = waitAskedFor(response, refusal, clock.now()) ?? BACK_OFF;
			pace.pause(wait);
			if (wait <= maxWait && !isLast) return undefined;
		}
		return { failed: failureOf(response, tools) };
	};

	return async (numbers: readonly string[], target: Target): Promise<Answers> => {
		const request = lookUp.request(numbers, target);
		for (let tries = 1; ; tries += 1) {
			const answers = await once(request, numbers, tries > maxRetries);
			if (answers !== undefined) return answers;
		}
	};
}

/** Look-ups with a limit of their own are spread evenly, since services treat many at once as abuse. */
function paceOfLookUps({ requestsPerMinute }: NumberLookUp, clock: Clock): Pace | undefined {
	if (requestsPerMinute === undefined) return undefined;
	const interval = Math.ceil(60_000 / requestsPerMinute);
	return new Pace({ concurrency: 1, messagesPerMinute: 0, interval, maxWait: Infinity }, clock);
}

function failureOf(response: ProviderResponse, { provider, redact }: SenderTools): string {
	const { message = response.text } = provider.refusal(response);
	const words = shorten(plainWords(message, redact), WORDS).replace(/[.\s]+$/, '');
	const said = `${provider.displayName} answered ${String(response.status)}`;
	return words === '' ? said : `${said}: ${words}`;
}
