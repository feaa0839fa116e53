import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/mini';

import { readChoice } from '../contact/choice';
import type { ContactSource } from '../contact/source/properties';
import { readContactSource } from '../contact/source/readSource';
import { list } from '../contact/text';
import { readBaseUrl } from '../delivery/credential';
import type { DeliverySettings } from '../delivery/deliver';
import type { LoadedCredential } from '../delivery/transport';
import { InputError } from '../failures/inputError';
import { createRedactor, type Redactor } from '../failures/redaction';
import { providers } from '../providers';
import type { Provider } from '../providers/provider';
import {
	DEFAULT_CONCURRENCY,
	DEFAULT_INTERVAL,
	DEFAULT_MAX_RETRIES,
	DEFAULT_MAX_RETRY_WAIT,
	DEFAULT_TIMEOUT,
} from './options';

/** What is the same for all items of a run, read once. */
export interface Run {
	operation: 'send' | 'preview';
	provider: Provider;
	source: ContactSource;
	credential: LoadedCredential;
	redact: Redactor;
	settings: RunSettings;
	/** Aborts when the workflow is stopped. */
	stop: AbortSignal;
}

export interface RunSettings extends Omit<DeliverySettings, 'continueOnFail' | 'keepResponses'> {
	combineItems: boolean;
	onUnsupportedField: 'warn' | 'fail';
	output: 'simplified' | 'raw';
	/** Milliseconds. */
	timeout: number;
}

const wholeNumber = (label: string, least: number, standard: number) =>
	z.pipe(
		z.nullish(
			z.union([z.number(), z.pipe(z.string().check(z.trim(), z.minLength(1)), z.coerce.number())]),
		),
		z.transform((value, context) => {
			const number = value ?? standard;
			if (Number.isInteger(number) && number >= least) return number;
			context.issues.push({
				code: 'custom',
				message: `${label} must be a whole number of at least ${String(least)}`,
				input: value,
			});
			return z.NEVER;
		}),
	);

const settingsSchema = (provider: Provider) =>
	z.object({
		combineItems: z.pipe(
			z.nullish(z.boolean()),
			z.transform((value) => value ?? false),
		),
		concurrency: wholeNumber('Concurrency', 1, DEFAULT_CONCURRENCY),
		interval: wholeNumber('Interval', 0, DEFAULT_INTERVAL),
		maxRetries: wholeNumber('Max Retries', 0, DEFAULT_MAX_RETRIES),
		maxRetryWait: wholeNumber('Max Retry Wait', 0, DEFAULT_MAX_RETRY_WAIT),
		messagesPerMinute: wholeNumber(
			'Messages per Minute',
			0,
			provider.limits.requestsPerMinute ?? 0,
		),
		onUnsupportedField: z.pipe(
			z.nullish(z.enum(['warn', 'fail'])),
			z.transform((value) => value ?? 'warn'),
		),
		output: z.pipe(
			z.nullish(z.enum(['simplified', 'raw'])),
			z.transform((value) => value ?? 'simplified'),
		),
		timeout: wholeNumber('Timeout', 1, DEFAULT_TIMEOUT),
	});

/** @throws InputError when a parameter or the credential cannot be used */
export async function readRun(context: IExecuteFunctions): Promise<Run> {
	const provider = readProvider(context);
	const credential = await readCredential(context, provider);
	const settings = settingsSchema(provider).safeParse(context.getNodeParameter('options', 0, {}));
	if (!settings.success) {
		const [issue] = settings.error.issues;
		const name = String(issue?.path[0] ?? 'options');
		throw new InputError(
			issue?.code === 'custom' ? issue.message : `The option ${name} has an unknown value`,
			{ field: name, fix: 'Correct it in the options.' },
		);
	}
	return {
		operation: readChoice('Operation', context.getNodeParameter('operation', 0), [
			'send',
			'preview',
		]),
		provider,
		source: readContactSource(context),
		credential,
		redact: createRedactor(credential.data, provider.credential.properties),
		settings: settings.data,
		stop: context.getExecutionCancelSignal() ?? new AbortController().signal,
	};
}

/**
 * The chosen provider.
 *
 * @throws InputError if there is none with that ID
 */
export function readProvider(context: Pick<IExecuteFunctions, 'getNodeParameter'>): Provider {
	return providerOf(context.getNodeParameter('provider', 0));
}

/**
 * The provider with this ID.
 *
 * @throws InputError if there is none
 */
export function providerOf(id: unknown): Provider {
	const provider = providers.find((candidate) => candidate.id === id);
	if (provider !== undefined) return provider;
	throw new InputError(`There is no provider "${String(id)}"`, {
		field: 'provider',
		fix: `Choose ${list(
			providers.map(({ displayName }) => displayName),
			'or',
		)}.`,
	});
}

/**
 * Reads and decrypts the provider's credential.
 *
 * @throws InputError if its Base URL is not an http(s) address
 */
export async function readCredential(
	context: Pick<IExecuteFunctions, 'getCredentials'>,
	{ credential: { name } }: Provider,
): Promise<LoadedCredential> {
	const data = await context.getCredentials(name);
	return { type: name, data, baseUrl: readBaseUrl(data) };
}
