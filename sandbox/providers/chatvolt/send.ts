/** How Chatvolt accepts a contact card. */
import type { ServerTools } from '../../provider';
import type { CardContact } from '../../toolkit/contact';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { messageId } from '../../toolkit/whatsApp';
import { account } from './account';
import { AGENTS, CONVERSATIONS } from './directory';
import { chatvoltError } from './lists';

const NAME_KEYS = [
	'formatted_name',
	'first_name',
	'last_name',
	'middle_name',
	'prefix',
	'suffix',
] as const;
const ADDRESS_FIELDS = ['street', 'city', 'state', 'zip', 'country', 'country_code', 'type'];
const REQUIRED = ['agentId', 'conversationId', 'name_formatted_name', 'phone_1_phone'];
const KNOWN_KEY =
	/^(?:agentId|conversationId|name_(?:formatted_name|first_name|last_name|middle_name|suffix|prefix)|phone_\d+_(?:phone|type|wa_id)|email_\d+_(?:email|type)|address_\d+_(?:street|city|state|zip|country|country_code|type)|org_(?:company|department|title)|url_\d+_(?:url|type)|birthday)$/;

/**
 * POST /messages/interactive/send-contact: flat keys with any index, text only. The newest page requires agentId,
 * conversationId, name_formatted_name and phone_1_phone, and fills in name_first_name. Unknown keys are allowed
 * (`additionalProperties: true`): they are kept in the options and do not reach the recipient.
 */
export function sendContact(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null) return chatvoltError(400, 'INVALID_REQUEST', 'the body is not a JSON object');
	const fields: Record<string, string> = {};
	for (const [key, value] of Object.entries(body)) {
		if (typeof value !== 'string')
			return chatvoltError(400, 'INVALID_REQUEST', `${key} is not a string`);
		fields[key] = value;
	}
	const missing = REQUIRED.find((key) => (fields[key] ?? '').trim() === '');
	if (missing !== undefined) return chatvoltError(400, 'INVALID_REQUEST', `${missing} is missing`);
	if (fields['birthday'] !== undefined && !/^\d{4}-\d\d-\d\d$/.test(fields['birthday'])) {
		return chatvoltError(400, 'INVALID_REQUEST', 'birthday is not YYYY-MM-DD');
	}

	const found = conversationOf(fields);
	if ('headers' in found) return found;
	const { agent, conversation, number } = found;
	const contact = contactOf(fields);
	const id = wamid(number, tools.nextNumber());
	const response = {
		success: true,
		messaging_product: 'whatsapp',
		contacts: [{ input: `+${number}`, wa_id: number }],
		messages: [{ id }],
	};
	const unknown = Object.fromEntries(
		Object.entries(fields).filter(([key]) => !KNOWN_KEY.test(key)),
	);
	tools.keepCard({
		account: agent.id,
		recipient: conversation.id,
		...(conversation.title === null ? {} : { chatName: conversation.title }),
		contacts: [contact],
		vcards: [],
		messageIds: [id],
		options: Object.keys(unknown).length === 0 ? {} : { unknown },
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** The agent, the conversation and its phone number for a message; or why there are none. */
export function conversationOf(fields: Readonly<Record<string, string>>) {
	if (fields['agentId'] === account.foreignAgent)
		return chatvoltError(403, 'UNAUTHORIZED', 'the agent belongs to another organization');
	const agent = AGENTS.find(({ id }) => id === fields['agentId']);
	if (agent === undefined) return chatvoltError(404, 'NOT FOUND', 'unknown agent');
	if (agent.id === account.spentAgent) return chatvoltError(402, 'USAGE_LIMIT');
	const conversation = CONVERSATIONS.find(({ id }) => id === fields['conversationId']);
	if (conversation === undefined) return chatvoltError(404, 'NOT FOUND', 'unknown conversation');
	if (conversation.channelExternalId === null)
		return chatvoltError(400, 'INVALID_REQUEST', 'the channel has no contact cards');
	if (conversation.id === account.expiredConversation)
		return chatvoltError(406, 'ERR_META_SESSION_EXPIRED_24H');
	if (conversation.id === account.rejectedConversation)
		return chatvoltError(500, '(#131026) Message undeliverable');

	return { agent, conversation, number: conversation.channelExternalId };
}

function contactOf(fields: Record<string, string>): CardContact {
	const formattedName = fields['name_formatted_name'] ?? '';
	const contact: CardContact = {
		name: { formatted_name: formattedName, first_name: formattedName },
		phones: [],
		emails: [],
		addresses: [],
		urls: [],
	};
	for (const key of NAME_KEYS) {
		const value = fields[`name_${key}`];
		if (value) contact.name[key] = value;
	}
	for (const { phone = '', type, wa_id } of group(fields, 'phone', ['phone', 'type', 'wa_id'])) {
		if (phone)
			contact.phones.push({ phone, ...(type ? { type } : {}), ...(wa_id ? { wa_id } : {}) });
	}
	for (const { email = '', type } of group(fields, 'email', ['email', 'type'])) {
		if (email) contact.emails.push({ email, ...(type ? { type } : {}) });
	}
	for (const { url = '', type } of group(fields, 'url', ['url', 'type'])) {
		if (url) contact.urls.push({ url, ...(type ? { type } : {}) });
	}
	contact.addresses = group(fields, 'address', ADDRESS_FIELDS);
	const { org_company: company, org_department: department, org_title: title, birthday } = fields;
	if (company || department || title) {
		contact.org = {
			...(company ? { company } : {}),
			...(department ? { department } : {}),
			...(title ? { title } : {}),
		};
	}
	if (birthday) contact.birthday = birthday;
	return contact;
}

/** The entries `<prefix>_<N>_<field>`, in the order of N. */
function group(
	fields: Record<string, string>,
	prefix: string,
	names: string[],
): Array<Record<string, string>> {
	const entries = new Map<number, Record<string, string>>();
	const pattern = new RegExp(`^${prefix}_(\\d+)_(${names.join('|')})$`);
	for (const [key, value] of Object.entries(fields)) {
		const match = pattern.exec(key);
		if (match === null || value === '') continue;
		const index = Number(match[1]);
		const entry = entries.get(index) ?? {};
		entry[match[2] ?? ''] = value;
		entries.set(index, entry);
	}
	return [...entries].sort(([left], [right]) => left - right).map(([, entry]) => entry);
}

/** A message id as Meta makes them: `wamid.` and Base64 of the number and a hexadecimal id. */
function wamid(number: string, sequence: number): string {
	return `wamid.${Buffer.from(`\x1d${number}\x15\x02${messageId('chatvolt', sequence)}`, 'latin1').toString('base64')}`;
}
