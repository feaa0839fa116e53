import type { INodeProperties } from 'n8n-workflow';

import type { Carried, Carries } from '../../nodes/carried/carries';
import { sentence } from '../../nodes/carried/losses';
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
import { ERROR_CORRECTIONS, MOST_BYTES } from '../../nodes/ConvertContactCard/qrCode';
import { sizeInWords } from '../../nodes/photos/loadPhoto';
import { providers } from '../../nodes/providers';
import { networksOf } from '../../nodes/providers/networks';
import type { Provider } from '../../nodes/providers/provider';
import { markdownTable } from './markdown';

/** How many providers there are and by what they deliver, and one row for each. */
export function providersTable(pageOf: (provider: Provider) => string): string {
	const rows = providers.map((provider) => [
		`[${provider.displayName}](${pageOf(provider)})`,
		provider.network,
		atOnce(provider),
		sentence(provider.carries),
	]);
	const titles = ['Provider', 'Delivers by', 'Contacts in one card', 'Fields that arrive'];
	return `${providers.length} providers, over ${list(networksOf(providers))}:\n\n${markdownTable(titles, rows)}`;
}

/** Where each provider's card goes, how it is paced, and whether it can be a reply. */
export function sendingTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		[
			'Provider',
			'Delivers by',
			'Where to send',
			'Who may be named',
			'Contacts in one card',
			'Requests a minute',
			'Reply',
			'Options of its own',
		],
		providers.map((provider) => {
			const options = provider.target.options.map(({ displayName }) => displayName);
			return [
				`[${provider.displayName}](${pageOf(provider)})`,
				provider.network,
				provider.target.properties.map(({ displayName }) => displayName).join(', '),
				recipientForms(provider).join(', ') || '–',
				atOnce(provider),
				pace(provider),
				yesNo(provider.target.options.some(({ name }) => name === 'replyTo')),
				options.join(', ') || '–',
			];
		}),
	);
}

/** Which providers send a text around the card, and which can be asked for the WhatsApp id of a number. */
export function textsTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		[
			'Provider',
			'Text before and after',
			'Characters at most',
			'WhatsApp ID: Look Up',
			'What it found',
		],
		providers.map((provider) => {
			const { text } = provider;
			return [
				`[${provider.displayName}](${pageOf(provider)})`,
				yesNo(text !== undefined),
				text === undefined ? '–' : (text.maxLength?.toLocaleString('en') ?? 'no limit documented'),
				lookUp(provider),
				foundId(provider),
			];
		}),
	);
}

/** The fields of each provider's credential, which of them are kept secret, and the request that tests it. */
export function credentialsTable(pageOf: (provider: Provider) => string): string {
	return markdownTable(
		['Credential', 'Fields', 'Secret', 'n8n tests it with', 'Where to get it'],
		providers.map((provider) => {
			const { displayName, properties } = provider.credential;
			const { path = '', query: given = {} } = provider.credentialTest?.request ?? {};
			const query = Object.entries(given).map(([name, value]) => `${name}=${value}`);
			return [
				displayName,
				labels(properties),
				labels(properties.filter(({ typeOptions }) => typeOptions?.password === true)),
				`\`GET ${[path, ...query].join('?')}\``,
				`[${provider.displayName}](${pageOf(provider)})`,
			];
		}),
	);
}

/** The fields of a contact, and how much of each every provider carries. */
export function fieldsTable(): string {
	const rows = providers.map((provider) => ({ provider, fields: fieldRows(provider) }));
	const titles = rows[0]?.fields.map(([field = '']) => field) ?? [];
	return markdownTable(
		['Provider', ...titles],
		rows.map(({ provider, fields }) => [
			provider.displayName,
			...fields.map(([, carries = '']) => carries),
		]),
	);
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
		return [name ?? level, MOST_BYTES[level].toLocaleString('en')];
	});
	return markdownTable(['Error Correction', 'Bytes of the vCard at most'], rows);
}

/** One row a field of the contact, and how much of it the provider carries. */
export function carriesTable(provider: Provider): string {
	const { contactsPerCard, contactsAdvised } = provider.limits;
	const most = contactsPerCard === undefined ? 'any number' : String(contactsPerCard);
	const advised = contactsAdvised === undefined ? '' : `; at most ${contactsAdvised} advised`;
	return markdownTable(
		['Field', 'Carried'],
		[
			['Contacts in one card', `${most}${advised}`],
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
		['First, middle, last name, prefix, suffix', yesNo(carries.nameParts)],
		...LISTS.map((key) => [FIELDS[key].label, carried(carries[key])]),
		['Phone extensions', yesNo(carries.extensions)],
		['WhatsApp ID of its own', yesNo(carries.whatsappIds)],
		['Types (work, home, …)', typesWord(carries.types)],
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
	['phone number', '+447700900123'],
	['WhatsApp ID (`…@s.whatsapp.net`)', '447700900123@s.whatsapp.net'],
	['group (`…@g.us`)', '120363025246125486@g.us'],
	['hidden user (`…@lid`)', '123456789012345@lid'],
	['newsletter (`…@newsletter`)', '120363025246125486@newsletter'],
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

function labels(properties: readonly INodeProperties[]): string {
	return [...new Set(properties.map(({ displayName }) => displayName))].join(', ');
}

function atOnce({ limits }: Provider): string {
	if (limits.contactsPerCard === undefined) return 'any number';
	return `${limits.contactsPerCard}; more become several cards`;
}

function pace({ limits }: Provider): string {
	return limits.requestsPerMinute === undefined
		? 'no limit documented'
		: String(limits.requestsPerMinute);
}

function lookUp({ lookUp: asks }: Provider): string {
	if (asks === undefined) return 'no';
	const atOnce = asks.numbersPerRequest === 1 ? 'one number' : `${asks.numbersPerRequest} numbers`;
	const limit =
		asks.requestsPerMinute === undefined ? '' : `, ${asks.requestsPerMinute} requests a minute`;
	const least =
		asks.digitsAtLeast === undefined ? '' : `, of at least ${String(asks.digitsAtLeast)} digits`;
	const unsure = asks.noIsUnsure === true ? '; a no may be a mistake' : '';
	return `yes, ${atOnce}${least} in a request${limit}${unsure}`;
}

/** What becomes of an id that a look-up found. */
function foundId({ lookUp: asks, carries }: Provider): string {
	if (asks === undefined) return '–';
	return carries.whatsappIds ? 'goes into the card' : 'is told in a warning';
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
