/** One question to a service about numbers, with its retries. */

import type { Clock } from '../eventLoop/clock';
import { plainWords, shorten } from '../failures/providerWords';
import type {
	LookUpRequest,
	NumberLookUp,
	NumberStatus,
	ProviderResponse,
	Target,
} from '../providers/provider';
import { connectionWords } from './connectionWords';
import { Pace } from './pace';
import { waitAskedFor } from './rateLimit';
import { paceOf, type SenderTools } from './sendMessage';
import type { DeliverySettings } from './settings';

export type AskSettings = Omit<DeliverySettings, 'continueOnFail' | 'keepResponses'>;

/**
 * What a service said about the numbers in a request, or why it said nothing, as a sentence without its full stop.
 * `isFinal`: it asks not to be asked again soon.
 */
export type Answers =
	{ found: ReadonlyMap<string, NumberStatus> } | { failed: string; isFinal?: boolean };

/** Milliseconds before another attempt, if the service does not say. */
const BACK_OFF = 1000;
/** Maximum characters of the service's own words. */
const WORDS = 200;

/** A function that asks about as many numbers as one request may have, at the pace of the run. */
export function createAsker(
	lookUp: NumberLookUp,
	settings: AskSettings,
	tools: SenderTools,
): (numbers: readonly string[], target: Target) => Promise<Answers> {
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
			// A wait that is too long keeps no card back: whether it can be sent, its own answer says.
			if (wait > maxWait) return { failed: failureOf(response, tools), isFinal: true };
			pace.pause(wait);
			if (!isLast) return undefined;
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
