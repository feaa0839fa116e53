import type { INodeProperties } from 'n8n-workflow';

import { CARRIES_ALL, type Carried, type Carries } from '../../nodes/carried/carries';
import { FIELDS } from '../../nodes/contact/fields/fields';
import {
	groupField,
	isGroup,
	isList,
	KEYS,
	LISTS,
	listField,
	TEXTS,
} from '../../nodes/contact/fields/keys';
import { flatName } from '../../nodes/contact/flat';
import { list } from '../../nodes/contact/text';
import { optionsProperty } from '../../nodes/ConvertContactCard/options';
import { ERROR_CORRECTIONS, MAX_BYTES } from '../../nodes/ConvertContactCard/qrCode';
import { sizeInWords } from '../../nodes/photos/loadPhoto';
import { providers } from '../../nodes/providers';
import { networksOf } from '../../nodes/providers/networks';
import type { Provider } from '../../nodes/providers/provider';
import { whatArrives } from '../../nodes/providers/summary';
import { markdownTable } from './markdown';

/** A cell for something that there is not. */
const NONE = '–';

/** How many providers there are and over which networks, and one row for each. */
export function providersTable(pageOf: (provider: Provider) => string): string {
	const rows = providers.map((provider) => [
		linkTo(provider, pageOf),
		provider.network,
		contactsPerCard(provider),
		whatArrives(provider.carries),
	]);
	const titles = ['Provider', 'Network', 'Contacts in one card', 'What arrives'];
	return `${providers.length} providers, over ${list(networksOf(providers))}:\n\n${markdownTable(titles, rows)}`;
}

/** Where each provider's card goes, how it is paced, and whether it can be a reply. */
export function sendingTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		['Provider', 'Recipients', 'Requests a minute', 'Reply'],
		providers.map((provider) => [
			linkTo(provider, pageOf),
			recipientForms(provider).join(', ') || NONE,
			String(provider.limits.requestsPerMinute ?? NONE),
			yesNo(provider.target.options.some(({ name }) => name === 'replyTo')),
		]),
	);
}

/** The parameters of the node that say where each provider's card goes, and the options that it adds. */
export function parametersTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		['Provider', 'Parameters', 'Options'],
		providers.map((provider) => [
			linkTo(provider, pageOf),
			labels(provider.target.properties),
			labels(provider.target.options) || NONE,
		]),
	);
}

/** Which providers send a text around the card, and which can look up the WhatsApp ID of a number. */
export function textsTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		[
			'Provider',
			'Text before and after',
			'Maximum characters',
			'WhatsApp ID: Look Up',
			'What it found',
		],
		providers.map((provider) => {
			const { text } = provider;
			return [
				linkTo(provider, pageOf),
				yesNo(text !== undefined),
				text?.maxLength?.toLocaleString('en') ?? NONE,
				lookUp(provider),
				foundId(provider),
			];
		}),
	);
}

/** The fields of each provider's credential, the secret ones in bold, and the request that tests it. */
export function credentialsTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		['Credential', 'Fields', 'Tested with'],
		providers.map((provider) => {
			const { displayName, properties } = provider.credential;
			const { path = '', query: given = {} } = provider.credentialTest?.request ?? {};
			const query = Object.entries(given).map(([name, value]) => `${name}=${value}`);
			const secrets = labelsOf(properties.filter((property) => isSecret(property)));
			return [
				`[${displayName}](${pageOf(provider)})`,
				labelsOf(properties)
					.map((label) => (secrets.includes(label) ? `**${label}**` : label))
					.join(', '),
				`\`GET ${[path, ...query].join('?')}\``,
			];
		}),
	);
}

/** Which fields of a contact every provider carries, in signs: the legend is beside the table. */
export function fieldsTable(): string {
	const rows = providers.map((provider) => ({ provider, fields: fieldRows(provider).slice(1) }));
	const titles = rows[0]?.fields.map(([field = '']) => SHORT_TITLES[field] ?? field) ?? [];
	return markdownTable(
		['Provider', ...titles],
		rows.map(({ provider, fields }) => [
			provider.displayName,
			...fields.map(([, carries = '']) => inSigns(carries)),
		]),
	);
}

const NAME_PARTS = 'First, middle, last name, prefix, suffix';
const OWN_WHATSAPP_ID = 'WhatsApp ID of its own';
const TYPES = 'Types (work, home, …)';
const SHORT_TITLES: Readonly<Record<string, string>> = {
	[NAME_PARTS]: 'Name parts',
	[FIELDS.org.label]: 'Org.',
	'Phone extensions': 'Ext.',
	[OWN_WHATSAPP_ID]: 'WhatsApp ID',
	[TYPES]: 'Types',
};

function inSigns(carries: string): string {
	const [words = ''] = carries.split(';');
	if (words === 'no') return NONE;
	if (['yes', 'all', organization(CARRIES_ALL)].includes(words)) return '✓';
	return words === 'the first' ? '1' : '(✓)';
}

/** The flat parameters of every field of the contact. */
export function flatTable(): string {
	const rows = KEYS.map((key) => {
		if (!isGroup(key) && !isList(key)) return [`\`${key}\``, FIELDS[key].label];
		const { label, parts } = isGroup(key) ? groupField(key) : listField(key);
		const prefix = isGroup(key) ? key : flatName(listField(key).entry, 'N');
		const [first = '', ...others] = Object.keys(parts);
		const names = [flatName(prefix, first), ...others.map((part) => `_${part}`)];
		return [names.map((name) => `\`${name}\``).join(', '), label];
	});
	return markdownTable(['Parameters', 'Hold'], rows);
}

/** How much a QR code holds with each error correction. */
export function qrCodeTable(): string {
	const choices = (optionsProperty.options ?? []).flatMap((option) =>
		option.name === 'errorCorrection' && 'options' in option ? (option.options ?? []) : [],
	);
	const rows = ERROR_CORRECTIONS.map((level) => {
		const { name } = choices.find((choice) => 'value' in choice && choice.value === level) ?? {};
		return [name ?? level, MAX_BYTES[level].toLocaleString('en')];
	});
	return markdownTable(['Error Correction', 'Maximum bytes of the vCard'], rows);
}

/** One row a field of the contact, and how much of it the provider carries. */
export function carriesTable(provider: Provider): string {
	const { contactsAdvised } = provider.limits;
	const advised = contactsAdvised === undefined ? '' : `; at most ${contactsAdvised} advised`;
	return markdownTable(
		['Field', 'Carried'],
		[
			['Contacts in one card', `${contactsPerCard(provider)}${advised}`],
			['Requests a minute', pace(provider)],
			...fieldRows(provider),
		],
	);
}

function fieldRows({ carries, limits }: Provider): string[][] {
	return [
		[
			'Name as shown',
			limits.nameLength === undefined
				? 'yes'
				: `yes; at most ${limits.nameLength} characters advised`,
		],
		[NAME_PARTS, yesNo(carries.nameParts)],
		...LISTS.map((key) => [FIELDS[key].label, carried(carries[key])]),
		['Phone extensions', yesNo(carries.extensions)],
		[OWN_WHATSAPP_ID, yesNo(carries.whatsAppIds)],
		[TYPES, typesWord(carries.types)],
		[FIELDS.org.label, organization(carries)],
		...TEXTS.map((key) => [
			FIELDS[key].label,
			carries[key] === 'withYear' ? 'with year only' : yesNo(carries[key]),
		]),
	].map(([field = '', word = '']) =>
		field === FIELDS.photo.label && carries.photo && limits.photoBytes !== undefined
			? [field, `${word}; at most ${sizeInWords(limits.photoBytes)}`]
			: [field, word],
	);
}

/** Spellings of a recipient, one of each kind. */
const RECIPIENTS: ReadonlyArray<[form: string, example: string]> = [
	['number', '+447700900123'],
	['`@s.whatsapp.net`', '447700900123@s.whatsapp.net'],
	['`@g.us`', '120363025246125486@g.us'],
	['`@lid`', '123456789012345@lid'],
	['`@newsletter`', '120363025246125486@newsletter'],
	['chat ID', '-1001234567890'],
	['`@username`', '@contactcards'],
];

/** Parameters that name a recipient by itself; the first that a provider has is the one to try. */
const NAMING = ['recipient', 'chatId'];

/** The kinds of recipients that the provider's own rules take; none where no parameter names one by itself. */
function recipientForms({ target }: Provider): string[] {
	const parameter = NAMING.find((naming) => target.properties.some(({ name }) => name === naming));
	if (parameter === undefined) return [];
	const others = Object.fromEntries(
		target.properties.map((property) => [property.name, sample(property)]),
	);
	return RECIPIENTS.filter(([, recipient]) => {
		try {
			return target.schema.safeParse({ ...others, [parameter]: recipient }).success;
		} catch {
			return false;
		}
	}).map(([form]) => form);
}

/** A value that the parameter takes: its default, or the example that the editor shows. */
function sample({ default: standard, placeholder, modes }: INodeProperties): unknown {
	if (typeof standard === 'string' && standard !== '') return standard;
	const example = placeholder ?? modes?.map((mode) => mode.placeholder ?? '').find(Boolean) ?? '';
	return example.replace(/^e\.g\. /, '');
}

function linkTo(provider: Provider, pageOf: (provider: Provider) => string): string {
	return `[${provider.displayName}](${pageOf(provider)})`;
}

function isSecret({ typeOptions }: INodeProperties): boolean {
	return typeOptions?.password === true;
}

function labelsOf(properties: readonly INodeProperties[]): string[] {
	return [...new Set(properties.map(({ displayName }) => displayName))];
}

function labels(properties: readonly INodeProperties[]): string {
	return labelsOf(properties).join(', ');
}

function contactsPerCard({ limits }: Provider): string {
	return String(limits.contactsPerCard ?? 'any number');
}

function pace({ limits }: Provider): string {
	return limits.requestsPerMinute === undefined
		? 'no limit documented'
		: String(limits.requestsPerMinute);
}

function lookUp({ lookUp: asks }: Provider): string {
	if (asks === undefined) return 'no';
	const inOne = asks.numbersPerRequest === 1 ? 'one number' : `${asks.numbersPerRequest} numbers`;
	const limit =
		asks.requestsPerMinute === undefined ? '' : `, ${asks.requestsPerMinute} requests a minute`;
	const least =
		asks.digitsAtLeast === undefined ? '' : `, of at least ${String(asks.digitsAtLeast)} digits`;
	const unsure = asks.noIsUnsure === true ? '; a no may be a mistake' : '';
	return `yes, ${inOne}${least} in a request${limit}${unsure}`;
}

/** What becomes of an id that a look-up found. */
function foundId({ lookUp: asks, carries }: Provider): string {
	if (asks === undefined) return '–';
	return carries.whatsAppIds ? 'goes into the card' : 'appears in a warning';
}

function yesNo(is: boolean): string {
	return is ? 'yes' : 'no';
}

function carried(many: Carried): string {
	if (many === 'all') return 'all';
	return many === 1 ? 'the first' : 'no';
}

function organization({ org }: Carries): string {
	return org.length === 0 ? 'no' : list(org);
}

function typesWord(types: Carries['types']): string {
	return typeof types === 'boolean' ? yesNo(types) : `of ${list(types)}`;
}
