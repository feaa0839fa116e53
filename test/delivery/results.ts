import type { FailureStage } from '../../nodes/delivery/connectionFailure';
import { resultOfAnswer, type MessageResult } from '../../nodes/delivery/outcome';
import type { Answer } from '../../nodes/delivery/transport';
import { gowa } from '../../nodes/providers/gowa/gowa';
import type { Provider } from '../../nodes/providers/provider';
import { answer } from '../support/responses';

const NOON = Date.UTC(2026, 6, 1, 12);

const asItIs = (text: string) => text;
const resultOf = (provider: Provider, what: Answer) => resultOfAnswer(provider, what, NOON, asItIs);
/** The result of a message for this answer, or for a request that failed. */
export const answered = (
	provider: Provider,
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
) => resultOf(provider, { kind: 'response', response: answer(status, body, headers) });
export const failed = (code: string, stage: FailureStage, message?: string) =>
	resultOf(gowa, {
		kind: 'failure',
		failure: { stage, code, ...(message === undefined ? {} : { message }) },
	});

export function failureOf(result: MessageResult) {
	if (result.outcome === 'sent') throw new Error('It was sent');
	return result.failure;
}

export const repeatOf = (result: MessageResult) =>
	result.outcome === 'sent' ? undefined : result.repeat;
