/** What a custom service's answer means, by the rules that the person sets. */

import { isObject } from '../../contact/object';
import type { AnswerReader } from '../exchange';
import type { ProviderResponse, Refusal } from '../provider';

/** What a person says about the answers. A path is `data.messages[0].id`, or `header:x-message-id`. */
export interface AnswerRules {
	messageIdPath: string;
	chatIdPath?: string | undefined;
	/** Whether a 2xx without an id means that the card was sent. */
	sentWithoutId: boolean;
	/** What a 2xx must contain; without a value, anything but nothing, `false` and 0. */
	success?: Condition | undefined;
	/** What means that nothing was sent, whatever the status. */
	notSent?: Condition | undefined;
	/** Statuses that mean that nothing was sent. */
	notSentStatuses: readonly number[];
	/** Those after which the card may be sent again. */
	retryStatuses: readonly number[];
	messagePath?: string | undefined;
	codePath?: string | undefined;
}

export interface Condition {
	path: string;
	value?: string | undefined;
}

export const DEFAULT_RULES: AnswerRules = {
	messageIdPath: 'id',
	sentWithoutId: false,
	notSentStatuses: [],
	retryStatuses: [],
};

/** Where services usually put an error message; used if no path is set. */
const MESSAGE_PATHS = ['message', 'error.message', 'error', 'detail', 'errors[0].message'];

export function readerBy(rules: AnswerRules): AnswerReader {
	return {
		isExact: true,
		receipt(response) {
			if (holds(rules.notSent, response)) return undefined;
			if (rules.success !== undefined && !holds(rules.success, response)) return undefined;
			const id = textAt(response, rules.messageIdPath);
			const isSaid = rules.sentWithoutId || rules.success !== undefined;
			if (id === undefined && !isSaid) return undefined;
			const chatId =
				rules.chatIdPath === undefined ? undefined : textAt(response, rules.chatIdPath);
			return { messageIds: id === undefined ? [] : [id], chatId: chatId ?? null };
		},
		refusal: (response) => refusalBy(rules, response),
	};
}

function refusalBy(rules: AnswerRules, response: ProviderResponse): Refusal {
	const { status, text } = response;
	const paths = rules.messagePath === undefined ? MESSAGE_PATHS : [rules.messagePath];
	const message = paths.map((path) => textAt(response, path)).find((words) => words !== undefined);
	const refused: Refusal = { message: message ?? text };
	const code = rules.codePath === undefined ? undefined : textAt(response, rules.codePath);
	const isSuccess = status >= 200 && status < 300;
	// A code alone does not make a 2xx an error
	if (code !== undefined && !isSuccess) refused.code = code;
	const retry = rules.retryStatuses.includes(status);
	if (retry || rules.notSentStatuses.includes(status) || holds(rules.notSent, response)) {
		refused.outcome = 'notSent';
		if (retry) refused.retry = true;
	} else if (isSuccess && message === undefined) {
		refused.advice = UNREAD;
	}
	if (status === 404) refused.advice = NOT_FOUND;
	return refused;
}

const NOT_FOUND = 'Check the Path, and the Base URL in the credential.';
const UNREAD =
	'Under Answer, set where the message ID is found, or that a card counts as sent without one, or what marks a success.';

function holds(condition: Condition | undefined, response: ProviderResponse): boolean {
	if (condition === undefined) return false;
	const found = valueAt(response, condition.path);
	if (condition.value !== undefined) return shownValue(found) === condition.value;
	return found !== undefined && found !== null && found !== false && found !== 0 && found !== '';
}

/** The text or number at a path; undefined if there is none, or if it is empty. */
function textAt(response: ProviderResponse, path: string): string | undefined {
	const found = valueAt(response, path);
	if (typeof found === 'number') return String(found);
	return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

function shownValue(value: unknown): string | undefined {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

const HEADER = /^header:\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/i;
/** Names separated by dots, indexes in brackets, and quoted names in brackets. */
const STEPS = /(?:^|\.)([^.[\]{}"'$\s][^.[\]{}"']*)|\[(\d+)\]|\[(["'])([^\]]*?)\3\]/gy;

/** Whether a text is a path into an answer. */
export function isAnswerPath(path: string): boolean {
	return /^header:/i.test(path) ? HEADER.test(path) : stepsOf(path) !== undefined;
}

/** The names and indexes in a path; undefined if the text is not a path. */
function stepsOf(path: string): string[] | undefined {
	const steps = [...path.matchAll(STEPS)];
	if (steps.map(([written]) => written).join('') !== path) return undefined;
	return steps.map(([, name, index, , quoted]) => name ?? index ?? quoted ?? '');
}

function valueAt({ headers, json }: ProviderResponse, path: string): unknown {
	const header = HEADER.exec(path)?.[1];
	if (header !== undefined) return headers[header.toLowerCase()];
	let value = json;
	for (const step of stepsOf(path) ?? []) {
		if (Array.isArray(value)) value = /^\d+$/.test(step) ? value[Number(step)] : undefined;
		else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
		else return undefined;
	}
	return value;
}
