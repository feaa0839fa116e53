import type { INodeProperties } from 'n8n-workflow';

import { contactOptions } from '../contact/source/options';
import { alphabetically } from '../contact/text';
import { propertyHint } from '../editor/builderHint';
import { embedPhotosOption } from '../photos/option';
import { defaultProvider } from '../providers';
import { forProviders } from './forProviders';
import { withLookUp } from './lookUpChoice';
import { textOptions } from './texts';

/** Default values. */
export const DEFAULT_PROVIDER = defaultProvider.id;
export const DEFAULT_CONCURRENCY = 5;
/** Milliseconds. */
export const DEFAULT_INTERVAL = 0;
export const DEFAULT_MAX_RETRIES = 3;
/** Seconds. */
export const DEFAULT_MAX_RETRY_WAIT = 60;
/** Milliseconds. */
export const DEFAULT_TIMEOUT = 30_000;

const deliveryOptions: INodeProperties[] = [
	{
		displayName: 'Combine Items',
		name: 'combineItems',
		type: 'boolean',
		default: false,
		description:
			'Whether to send the contacts of all input items with the same recipient as one card, instead of one card per item',
		...propertyHint(
			'Set it to true when several items should reach one person as one card, such as the staff listed in a sheet',
		),
	},
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		default: DEFAULT_CONCURRENCY,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		description:
			'How many recipients to send to at the same time. Cards to the same recipient always stay in order.',
	},
	{
		displayName: 'Interval',
		name: 'interval',
		type: 'number',
		default: DEFAULT_INTERVAL,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		description: 'Minimum time between the starts of two requests, in milliseconds',
	},
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		default: DEFAULT_MAX_RETRIES,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		description:
			'How many times to retry a request that is known not to have been carried out, for example after "too many requests". Anything that may have arrived is never sent again.',
	},
	{
		displayName: 'Max Retry Wait',
		name: 'maxRetryWait',
		type: 'number',
		default: DEFAULT_MAX_RETRY_WAIT,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		description: 'Longest time to wait when the provider asks for a pause, in seconds',
	},
	{
		displayName: 'Messages per Minute',
		name: 'messagesPerMinute',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		description:
			"Maximum number of requests in any 60 seconds; 0 means no limit. Without this option, the provider's documented limit applies.",
	},
	{
		displayName: 'On Unsupported Field',
		name: 'onUnsupportedField',
		type: 'options',
		default: 'warn',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Send nothing and fail',
			},
			{
				name: 'Warn',
				value: 'warn',
				description: 'Send the rest, and list what was left out in the warnings of the output',
			},
		],
		description: 'What to do when the provider does not carry a field of the contact',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simplified',
		options: [
			{
				name: 'Raw',
				value: 'raw',
				description: "Also include the provider's own answers, one per message",
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The same fields for every provider',
			},
		],
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		default: DEFAULT_TIMEOUT,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		description: 'How long to wait for the provider to answer a request, in milliseconds',
	},
];

/** The node's Options: those of all providers, and each provider's own, by display name. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		...contactOptions.map(withLookUp),
		...deliveryOptions,
		...forProviders(({ carries }) => (carries.photo ? [embedPhotosOption] : []), '/provider'),
		...forProviders(({ text }) => (text === undefined ? [] : textOptions), '/provider'),
		...forProviders(({ target }) => target.options, '/provider'),
	].sort((a, b) => alphabetically(a.displayName, b.displayName)),
};
