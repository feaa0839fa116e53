import { ApplicationError, BaseError } from 'n8n-workflow';
import * as z from 'zod/mini';

import type { Failure } from './failure';
import { ISSUES } from './helpPage';
import { InputError } from './inputError';
import { plainText } from './providerWords';

/** A value, or the failure that prevented it. */
export type Result<Value> = { value: Value } | { failure: Failure };

/**
 * Turns what `make` throws into a failure with nothing sent. n8n's lint rules forbid rethrowing a caught error, so the
 * node decides after the `catch` what to do.
 */
export async function resultOf<Value>(make: () => Value | Promise<Value>): Promise<Result<Value>> {
	try {
		return { value: await make() };
	} catch (error) {
		return { failure: failureOf(error) };
	}
}

/**
 * n8n's own errors, such as a failing expression or a missing credential, are meant for people. JavaScript's own
 * are not, and their messages may quote anything.
 */
function failureOf(error: unknown): Failure {
	if (error instanceof InputError) {
		const { message, fix, field } = error;
		return { outcome: 'notSent', title: message, fix, field };
	}
	if (error instanceof BaseError || error instanceof ApplicationError) {
		const { description } = z
			.object({ description: z.catch(z.nullish(z.string()), undefined) })
			.parse(error);
		const fix = plainText(description ?? '');
		return { outcome: 'notSent', title: error.message, fix: fix === error.message ? '' : fix };
	}
	if (error instanceof RangeError && error.message.includes('call stack')) {
		return {
			outcome: 'notSent',
			title: 'The input is nested too deeply to be read',
			fix: 'Give the contact itself, without the objects and lists around it.',
		};
	}
	return {
		outcome: 'notSent',
		title: `The node stopped at an unexpected error (${error instanceof Error ? error.name : typeof error})`,
		fix: `Nothing was done for this item. Please report it at ${ISSUES}, with the versions of n8n and of the node, and the input that causes it, without real names and numbers.`,
		isBug: true,
	};
}
