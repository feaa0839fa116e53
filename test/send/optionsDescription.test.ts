import { providers } from '../../nodes/providers';
import { PROVIDER_ROWS } from '../support/providerRows';
import { propertyNamed, isProperty } from './description';

describe('the options', () => {
	const options = (propertyNamed('options').options ?? []).filter(isProperty);
	const optionNamed = (name: string) => options.find((option) => option.name === name);

	it('are those of the contract, by label', () => {
		expect(options.map(({ name }) => name)).toEqual(
			expect.arrayContaining([
				'combineItems',
				'concurrency',
				'defaultCountry',
				'delay',
				'deviceId',
				'duration',
				'instanceId',
				'interval',
				'isForwarded',
				'maxRetries',
				'maxRetryWait',
				'messagesPerMinute',
				'onUnsupportedField',
				'output',
				'replyPrivate',
				'replyTo',
				'source',
				'timeout',
				'whatsappId',
			]),
		);
		const labels = options.map(({ displayName }) => displayName);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
	});

	it.each([...new Set(Object.values(PROVIDER_ROWS).flatMap((row) => row.options))])(
		'%s is shown for the providers that have it',
		(name) => {
			const having = Object.entries(PROVIDER_ROWS).filter(([, row]) => row.options.includes(name));
			expect(optionNamed(name)?.displayOptions?.show?.['/provider']).toEqual(
				having.map(([id]) => id).sort(),
			);
		},
	);

	it('are of a known provider, where they are not for all', () => {
		for (const { name, displayOptions } of options) {
			if (name === 'textBefore' || name === 'textAfter') {
				const withText = providers.filter(({ text }) => text !== undefined).map(({ id }) => id);
				expect([...(displayOptions?.show?.['/provider'] ?? withText)].sort()).toEqual(
					withText.sort(),
				);
				continue;
			}
			if (name === 'embedPhotos') {
				const withPhotos = providers.filter(({ carries }) => carries.photo).map(({ id }) => id);
				expect(displayOptions?.show?.['/provider']).toEqual(withPhotos);
				continue;
			}
			for (const id of displayOptions?.show?.['/provider'] ?? []) {
				expect(
					Object.entries(PROVIDER_ROWS).find(([known]) => known === id)?.[1].options,
				).toContain(name);
			}
		}
	});

	it.each(['concurrency', 'defaultCountry'])('%s is shown for all', (name) => {
		expect(optionNamed(name)?.displayOptions).toBeUndefined();
	});

	it.each([
		['combineItems', false],
		['concurrency', 5],
		['interval', 0],
		['maxRetries', 3],
		['maxRetryWait', 60],
		['onUnsupportedField', 'warn'],
		['output', 'simplified'],
		['source', 'n8n'],
		['timeout', 30_000],
		['whatsappId', 'fromPhone'],
	])('%s is %j by default', (name, standard) => {
		expect(optionNamed(name)?.default).toBe(standard);
	});

	it("Disappears After has WhatsApp's four durations", () => {
		expect(
			optionNamed('duration')?.options?.map((option) => ('value' in option ? option.value : '')),
		).toEqual([0, 86_400, 604_800, 7_776_000]);
	});
});
