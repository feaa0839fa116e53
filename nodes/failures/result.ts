import { ApplicationError, BaseError } from 'n8n-workflow';
import * as z from 'zod/mini';

import type { Failure } from '../delivery/outcome';
import { InputError } from './inputError';

/** A value, or why there is none. */
export type Result<Value> = { value: Value } | { failure: Failure };

/**
 * The value, or why there is none, as a failure that did nothing: n8n's lint forbids to throw again what is caught, so
 * a node decides what to do with it after the `catch`.
 */
export async function resultOf<Value>(make: () => Value | Promise<Value>): Promise<Result<Value>> {
	try {
		return { value: await make() };
	} catch (error) {
		if (error instanceof InputError) {
			return { failure: { outcome: 'notSent', title: error.message, fix: error.fix } };
		}
		return { failure: { outcome: 'notSent', ...unexpected(error) } };
	}
}

/**
 * n8n's own errors, such as an expression that fails or a credential that is not set, are for people. Those of JavaScript
 * are not, and their messages may quote anything.
 */
function unexpected(error: unknown): { title: string; fix: string } {
	if (error instanceof BaseError || error instanceof ApplicationError) {
		const { description } = z
			.object({ description: z.catch(z.nullish(z.string()), undefined) })
			.parse(error);
		return { title: error.message, fix: description ?? '' };
	}
	return {
		title: `The node failed by a mistake of its own (${error instanceof Error ? error.name : typeof error})`,
		fix: 'Nothing was done for this item. Please report it with the input that leads to it.',
	};
}
