import {
	NodeHelpers,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { ConvertContactCard } from '../../nodes/ConvertContactCard/ConvertContactCard.node.js';
import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import codex from '../../nodes/SendContactCard/SendContactCard.node.json';
import { PROVIDER_ROWS } from '../support/providerRows';

const node = new SendContactCard();
const { description } = node;
const ids = providers.map(({ id }) => id);

const propertiesNamed = (name: string) =>
	description.properties.filter((property) => property.name === name);
const propertyNamed = (name: string): INodeProperties => {
	const [property] = propertiesNamed(name);
	if (property === undefined) throw new Error(`There is no property ${name}`);
	return property;
};

function isProperty(
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties {
	return 'type' in option;
}

/** Every property, those in collections too. */
function all(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) => {
			if (isProperty(option)) return all([option]);
			return 'values' in option ? all(option.values) : [];
		}),
	]);
}
const everyProperty = all(description.properties);

/** The properties that the editor shows for a provider, by the conditions on `provider` alone. */
function shownFor(provider: string): string[] {
	return description.properties
		.filter(({ displayOptions }) => {
			const only = displayOptions?.show?.['provider'];
			return only === undefined || only.includes(provider);
		})
		.map(({ name }) => name);
}

describe('the Provider parameter', () => {
	it('is required, holds no expression, and lists every provider by name', () => {
		expect(propertyNamed('provider')).toMatchObject({
			displayName: 'Provider',
			type: 'options',
			required: true,
			noDataExpression: true,
		});
		const choices = propertyNamed('provider').options ?? [];
		expect(choices.map((choice) => 'value' in choice && choice.value)).toEqual(
			Object.keys(PROVIDER_ROWS).sort(),
		);
		expect(choices).toContainEqual({
			name: 'GOWA',
			value: 'gowa',
			description: 'WhatsApp · your own server · name and one phone',
		});
		expect(choices).toContainEqual({
			name: 'WhatsApp Cloud API',
			value: 'whatsAppCloud',
			description: "WhatsApp · Meta's official API · contacts without nickname, note or photo",
		});
		expect(propertyNamed('provider').default).toBe('whatsAppCloud');
	});

	it('has the place of its credential right under it', () => {
		const names = description.properties.map(({ name }) => name);
		expect(names.slice(0, 3)).toEqual(['operation', 'provider', 'credentials']);
		expect(propertyNamed('credentials').type).toBe('credentials');
	});

	it('stays in the panel: no credential names every provider as what shows it', () => {
		const named = new Set(
			(description.credentials ?? []).flatMap(
				({ displayOptions }) => displayOptions?.show?.['provider'] ?? [],
			),
		);
		expect(ids.every((id) => named.has(id))).toBe(false);
	});

	it.each(ids)('%s has exactly one credential under it', (id) => {
		const shown = (description.credentials ?? []).filter(
			({ displayOptions }) => displayOptions?.hide?.['provider']?.includes(id) !== true,
		);
		expect(shown.map(({ name, required }) => ({ name, required }))).toEqual([
			{ name: providers.find((provider) => provider.id === id)?.credential.name, required: true },
		]);
	});
});

describe('the parameters of a provider', () => {
	it.each(Object.entries(PROVIDER_ROWS))('%s are shown for it alone', (id, { shown: own }) => {
		const shared = ['operation', 'provider', 'credentials', 'contactSource', 'contacts'];
		const rest = [
			...['columns', 'flatParameters', 'contactsJson', 'vcardText', 'binaryPropertyName'],
			'options',
		];
		expect(
			shownFor(id)
				.filter((name) => ![...shared, ...rest].includes(name))
				.sort(),
		).toEqual([...own].sort());
		expect(shownFor(id)).toEqual(expect.arrayContaining([...shared, ...rest]));
	});

	it('have one name for the recipient, so that its value survives a change', () => {
		const given = propertiesNamed('recipient').map((property) => ({
			type: property.type,
			standard: property.default,
		}));
		for (const property of given) {
			expect(property).toEqual({
				type: 'resourceLocator',
				standard: { mode: 'number', value: '' },
			});
		}
		expect(
			propertiesNamed('recipient').flatMap(
				({ displayOptions }) => displayOptions?.show?.['provider'] ?? [],
			),
		).toEqual(expect.arrayContaining(['chert', 'gowa', 'ryzeapi', 'wawp']));
	});

	describe('tell in the panel what is no recipient', () => {
		const issue = (mode: string, value: string): string[] =>
			Object.values(
				NodeHelpers.getNodeParametersIssues(
					propertiesNamed('recipient').filter(
						({ displayOptions }) => displayOptions?.show?.['provider']?.includes('gowa') === true,
					),
					{
						id: 'send',
						name: 'Send Contact Card',
						type: 'n8n-nodes-contact-card.sendContactCard',
						typeVersion: 1,
						position: [0, 0],
						parameters: { provider: 'gowa', recipient: { __rl: true, mode, value } },
					},
					description,
				)?.parameters ?? {},
			).flat();

		it.each([
			['number', 'Ana Lima'],
			['number', '5.513E+12'],
			['number', '+'],
			['number', '120363040000000001-groups'],
			['number', 'ana@'],
			['url', 'https://chat.whatsapp.com/AbCdEf'],
			['url', 'https://example.com/5512996130832'],
		])('%s: %s', (mode, value) => {
			expect(issue(mode, value).join()).toMatch(
				/^This (is not a phone number|link contains no number): /,
			);
		});

		it.each([
			['number', '+55 12 99613-0832'],
			['number', '(011) 98765-4321'],
			['number', '٠٠٤٤ ٧٧٠٠ ٩٠٠١٢٣'],
			['number', 'tel:+447700900123'],
			['number', '120363025246125486@g.us'],
			['number', '120363040000000001-group'],
			['number', '447700900123@s.whatsapp.net'],
			['number', 'https://wa.me/447700900123'],
			['number', '={{ $json.name }}'],
			['url', 'https://wa.me/447700900123'],
			['url', 'api.whatsapp.com/send?phone=447700900123&text=x'],
			['list', 'whatever the list gave'],
		])('not of %s: %s', (mode, value) => {
			expect(issue(mode, value)).toEqual([]);
		});
	});

	it('show Chert by chat or by phone', () => {
		expect(propertyNamed('chatId').displayOptions?.show).toMatchObject({ addressBy: ['chat'] });
		expect(
			propertiesNamed('recipient').some(
				({ displayOptions }) => displayOptions?.show?.['addressBy']?.includes('phone') === true,
			),
		).toBe(true);
	});

	it.each(['agentId', 'conversationId', 'instance'])(
		'%s can be chosen from a list or typed',
		(name) => {
			const { type, modes } = propertyNamed(name);
			expect(type).toBe('resourceLocator');
			expect(modes?.map((mode) => mode.name).slice(0, 2)).toEqual(['list', 'id']);
		},
	);

	it.each([
		['chatvolt', 'agentId', ['list', 'id', 'url']],
		['chatvolt', 'conversationId', ['list', 'id', 'url']],
		['gowa', 'recipient', ['list', 'number', 'url']],
		['ryzeapi', 'instance', ['list', 'id']],
		['ryzeapi', 'recipient', ['list', 'number', 'url']],
		['wawp', 'recipient', ['list', 'number', 'url']],
	])('%s takes %s in the ways %j', (provider, name, ways) => {
		const [property] = propertiesNamed(name).filter(
			({ displayOptions }) => displayOptions?.show?.['provider']?.includes(provider) === true,
		);
		expect(property?.modes?.map((mode) => mode.name)).toEqual(ways);
	});

	it('have a search behind every list', () => {
		const methods = everyProperty.flatMap(({ modes = [] }) =>
			modes.flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
		);
		expect([...new Set(methods)].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
	});
});

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

describe('the words of the editor', () => {
	const SMALL = /^(a|an|and|as|at|by|for|from|in|of|on|or|per|the|to|with|e\.g\.|vCard|n8n|\.vcf)$/;
	const labelled: Array<[string, string]> = everyProperty.map(({ displayName, name }) => [
		displayName,
		name,
	]);

	it.each(labelled)('%s (%s) is in Title Case', (displayName) => {
		const words = displayName.split(/[\s:()]+/).filter((word) => word !== '');
		for (const word of words) {
			expect(SMALL.test(word) || /^[\dA-Z]/.test(word)).toBe(true);
		}
	});

	it('has a default for every property', () => {
		for (const property of everyProperty) expect(property.default).not.toBeUndefined();
	});

	it('begins examples with "e.g."', () => {
		const examples = providers.flatMap(({ target }) => [...target.properties, ...target.options]);
		for (const { placeholder } of all(examples)) {
			if (placeholder !== undefined) expect(placeholder).toMatch(/^(?:e\.g\.|Add) /);
		}
	});

	it('says whether, for what is true or false', () => {
		for (const { type, description: text = '' } of everyProperty) {
			if (type === 'boolean') expect(text).toMatch(/^Whether /);
		}
	});

	it('ends no single sentence with a full stop', () => {
		const texts = everyProperty.flatMap(({ description: text, hint, options = [] }) => [
			text,
			hint,
			...options.map((option) => ('description' in option ? option.description : undefined)),
		]);
		for (const text of texts) {
			if (text !== undefined && !/\.\s/.test(text)) expect(text).not.toMatch(/\.$/);
		}
	});

	it('has hints of at most 120 characters', () => {
		for (const { hint = '' } of everyProperty) expect(hint.length).toBeLessThanOrEqual(120);
	});
});

it('is a tool for agents, with an operation to send and one to preview', () => {
	expect(description).toMatchObject({
		name: 'sendContactCard',
		displayName: 'Send Contact Card',
		version: 1,
		usableAsTool: true,
	});
	expect(propertyNamed('operation')).toMatchObject({
		noDataExpression: true,
		default: 'send',
		options: [
			{ name: 'Send Contact Card', value: 'send', action: 'Send contact card' },
			{
				name: 'Preview Without Sending',
				value: 'preview',
				action: 'Preview contact card without sending',
			},
		],
	});
});

it('offers every contact source', () => {
	expect(
		propertyNamed('contactSource').options?.map((option) => 'value' in option && option.value),
	).toEqual(expect.arrayContaining(['fields', 'flat', 'json', 'vcard', 'file']));
});

it('is found by the words that people search for', () => {
	expect(codex.node).toBe('n8n-nodes-contact-card.sendContactCard');
	expect(codex.categories).toEqual(['Communication']);
	expect(codex.alias).toEqual(
		expect.arrayContaining([
			'vCard',
			'vcf',
			'contact',
			'WhatsApp',
			'business card',
			...providers.map(({ displayName }) => displayName),
			'WhatsApp contact',
			'Telegram contact',
			'WhatsApp card',
			'vCard file',
			'phone number',
			'contacts',
			'enviar contato',
			'tarjeta de contacto',
		]),
	);
});

describe('hints for models that build workflows', () => {
	const hintOf = (property: object) =>
		'builderHint' in property ? property.builderHint : undefined;

	it('say when to choose a node, and which node stands beside it', () => {
		const nodes = [node, new ConvertContactCard()];
		const types = nodes.map(({ description: { name } }) => `n8n-nodes-contact-card.${name}`);
		expect(nodes.map((each) => hintOf(each.description))).toEqual(
			types.toReversed().map((nodeType) => ({
				searchHint: expect.stringMatching(/^Use it to /),
				relatedNodes: [{ nodeType, relationHint: expect.any(String) }],
			})),
		);
	});

	it.each(['provider', 'recipient', 'contactSource', 'contacts', 'columns'])(
		'tell how to fill in %s',
		(name) => {
			expect(hintOf(propertyNamed(name))).toEqual({ propertyHint: expect.any(String) });
		},
	);

	it('name only contact sources that there are', () => {
		const hint = JSON.stringify(hintOf(propertyNamed('contactSource')));
		const named = [...hint.matchAll(/\\"(\w+)\\"/g)].map(([, value]) => value);
		const choices = propertyNamed('contactSource').options ?? [];
		expect(named).toEqual(['item', 'fields', 'json']);
		expect(choices.map((choice) => 'value' in choice && choice.value)).toEqual(
			expect.arrayContaining(named),
		);
	});
});

describe('the words of the panel', () => {
	const properties = [...everyProperty, ...all(new ConvertContactCard().description.properties)];
	const texts = properties.flatMap(
		({ displayName, description: words, hint, options: choices }) => [
			displayName,
			words ?? '',
			hint ?? '',
			...(choices ?? []).flatMap((choice) =>
				'value' in choice ? [choice.name, choice.description ?? ''] : [],
			),
		],
	);

	it('are plain: a technical term follows in brackets', () => {
		const jargon = texts.filter((text) =>
			/\b(JID|LID|E\.164|wa_?id|@lid)\b/i.test(text.replace(/\([^)]*\)/g, '')),
		);
		// The names of Meta's own parameters, which are what these fields are about
		expect(jargon.filter((text) => !/^The parameter phone_\d_wa_id$/.test(text))).toEqual([]);
		expect(texts.filter((text) => /\(JID\)|\(E\.164\)|wa_id/.test(text)).length).toBeGreaterThan(3);
	});
});
