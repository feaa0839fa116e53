import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/mini';

import { InputError } from '../failures/inputError';

/** The node's options as an item has them; those that are not set are absent. */
export function readOptions(
	context: IExecuteFunctions,
	item: number,
): Readonly<Record<string, unknown>> {
	return z.record(z.string(), z.unknown()).parse(context.getNodeParameter('options', item, {}));
}

/**
 * The name of the binary field that the output goes into.
 *
 * @throws InputError if it is empty
 */
export function readOutputField(context: IExecuteFunctions, item: number): string {
	const field = readText(context.getNodeParameter('outputField', item));
	if (field !== '') return field;
	throw new InputError('Put Output File in Field is empty', {
		field: 'outputField',
		fix: 'Enter the name of the binary field, such as data.',
	});
}

/** What a person typed or an expression returned, trimmed; empty for anything that is not text. */
export function readText(value: unknown): string {
	return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
}
