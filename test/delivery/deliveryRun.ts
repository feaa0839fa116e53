/** A delivery in made-up time, against a provider with given answers. */

import { deliver, type CardDelivery, type DeliverySettings } from '../../nodes/delivery/deliver';
import { Journal } from '../../nodes/delivery/journal';
import { contactKeys, type PlannedMessage } from '../../nodes/delivery/message';
import type { CardResult } from '../../nodes/delivery/sendCard';
import type { Answer } from '../../nodes/delivery/transport';
import { ryzeapi } from '../../nodes/providers/ryzeapi/ryzeapi';
import { answer } from '../support/responses';
import { SelfAdvancingClock } from './clock';

const settings: DeliverySettings = {
	concurrency: 5,
	messagesPerMinute: 0,
	interval: 0,
	maxRetries: 3,
	maxRetryWait: 60,
	continueOnFail: true,
	keepResponses: false,
};

/** Cards to recipients that are named by letters; a letter that comes twice is the same recipient. */
export function cards(recipients: string): CardDelivery[] {
	return [...recipients].map((recipient, item) => ({
		recipient,
		messages: [message(item, 0)],
	}));
}

/** A message of the contact at this place of an item. */
export function message(item: number, place: number): PlannedMessage {
	return {
		kind: 'card',
		contacts: [{ item, place }],
		request: { method: 'POST', path: `/${item}/${place}` },
		subject: `Contact ${place + 1}`,
	};
}

export const response = (
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): Answer => ({
	kind: 'response',
	response: answer(status, body, headers),
});
export const sent = (id: string, headers: Record<string, string> = {}) =>
	response(200, { success: true, data: { messageId: id } }, headers);
export const busy = (headers: Record<string, string> = {}) => response(429, '', headers);

/** Runs a delivery in made-up time; `answers` are those of a path, of which the last stays. */
export async function run(
	deliveries: readonly CardDelivery[],
	changes: Partial<DeliverySettings> = {},
	answers: Record<string, Answer[]> = {},
	{
		latency = 0,
		random = 0.5,
		journal = Journal.open({}, 'run 0'),
		stop = new AbortController(),
	} = {},
) {
	const clock = new SelfAdvancingClock(random);
	const begin = clock.now();
	const left = structuredClone(answers);
	/** `/0/0@1500`: the path and when its request started. */
	const requests: string[] = [];
	let open = 0;
	let mostOpen = 0;
	const results = await deliver(
		deliveries,
		{ ...settings, ...changes },
		{
			provider: ryzeapi,
			journal,
			keysOf: contactKeys,
			clock,
			redact: (text) => text,
			stop: stop.signal,
			transport: async ({ path }) => {
				requests.push(`${path}@${clock.now() - begin}`);
				open += 1;
				mostOpen = Math.max(mostOpen, open);
				if (latency > 0) await clock.sleep(latency);
				open -= 1;
				const queue = left[path] ?? [];
				return (queue.length > 1 ? queue.shift() : queue[0]) ?? sent(`id${path}`);
			},
		},
	);
	return {
		results,
		requests,
		mostOpen,
		took: clock.now() - begin,
		outcomes: results.map(({ outcome }) => outcome),
	};
}

export function failureOf(result: CardResult | undefined) {
	if (result === undefined || !('failure' in result)) throw new Error('It did not fail');
	return result.failure;
}
