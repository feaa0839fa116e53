import { ConvertContactCard } from '../../nodes/ConvertContactCard/ConvertContactCard.node.js';
import { providers } from '../../nodes/providers';
import codex from '../../nodes/SendContactCard/SendContactCard.node.json';
import { PROVIDER_ROWS } from '../support/providerRows';
import { propertyNamed, description, everyProperty, all, node } from './description';

const ids = providers.map(({ id }) => id);

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
