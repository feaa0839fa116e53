import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/mini';

import { readChoice } from '../contact/choice';

/** The node's options as an item has them; those that are not set are absent. */
export function readOptions(
	context: IExecuteFunctions,
	item: number,
): Readonly<Record<string, unknown>> {
	return z.record(z.string(), z.unknown()).parse(context.getNodeParameter('options', item, {}));
}

/**
 * An option that is on or off, off where it is not set.
 *
 * @throws InputError for anything else
 */
export function readFlag(label: string, value: unknown): boolean {
	return readChoice(label, JSON.stringify(value ?? false), ['true', 'false']) === 'true';
}

/** What a person typed or an expression gave, trimmed; empty for anything that is no text. */
export function readText(value: unknown): string {
	return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
}
