/** How WhatsApp Cloud API accepts a contact card. */
import { z } from 'zod';
import type { ServerTools } from '../../provider';
import type { CardContact } from '../../toolkit/contact';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { messageId } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { graphError } from './errors';

const type = z.string().min(1).optional();
const text = z.string().min(1).optional();
const contactSchema = z
	.object({
		name: z
			.object({
				formatted_name: z.string().min(1),
				first_name: text,
				last_name: text,
				middle_name: text,
				prefix: text,
				suffix: text,
			})
			.strict()
			// The pages no longer say so, but Meta still refuses a name without any part
			.refine(({ formatted_name: _shown, ...parts }) => Object.values(parts).some(Boolean), {
				message: 'at least one of the optional parameters needs to be included with formatted_name',
			}),
		phones: z
			.array(
				z.object({ phone: z.string().min(1), type, wa_id: z.string().min(1).optional() }).strict(),
			)
			.min(1)
			.optional(),
		emails: z
			.array(z.object({ email: z.string().min(1), type }).strict())
			.min(1)
			.optional(),
		urls: z
			.array(z.object({ url: z.string().min(1), type }).strict())
			.min(1)
			.optional(),
		addresses: z
			.array(
				z
					.object({
						street: text,
						city: text,
						state: text,
						zip: text,
						country: text,
						country_code: text,
						type,
					})
					.strict(),
			)
			.min(1)
			.optional(),
		org: z.object({ company: text, department: text, title: text }).strict().optional(),
		birthday: z
			.string()
			.regex(/^\d{4}-\d\d-\d\d$/, 'must be YYYY-MM-DD')
			.optional(),
	})
	.strict();
type MetaContact = z.infer<typeof contactSchema>;

const envelope = {
	messaging_product: z.literal('whatsapp'),
	recipient_type: z.enum(['individual', 'group']).default('individual'),
	to: z.string().min(1).optional(),
	recipient: z.string().min(1).optional(),
	context: z
		.object({ message_id: z.string().startsWith('wamid.', 'is not a message of this number') })
		.strict()
		.optional(),
};
const cardSchema = z.strictObject({
	...envelope,
	type: z.literal('contacts'),
	contacts: z.array(contactSchema).min(1).max(257),
});
const textSchema = z.strictObject({
	...envelope,
	type: z.literal('text'),
	text: z.strictObject({
		body: z.string().min(1).max(4096),
		preview_url: z.boolean().optional(),
	}),
});

const PHONE = /^\+?([1-9]\d{6,14})$/;

/**
 * POST …/messages of type text, or of type contacts, by Meta's OpenAPI, but with up to 257 contacts and any text as a type.
 */
export function sendMessage(
	request: SandboxRequest,
	phoneNumberId: string,
	tools: ServerTools,
	refusedOnce: Set<string>,
): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null)
		return graphError(400, 100, '(#100) The parameter messaging_product is required.');
	const read = (body['type'] === 'text' ? textSchema : cardSchema).safeParse(body, {
		reportInput: true,
	});
	if (!read.success) return invalid(read.error.issues[0]);
	const { recipient_type: recipientType, context, recipient: userId } = read.data;
	// `to` takes precedence if both are given
	const to = read.data.to ?? userId;
	if (to === undefined)
		return graphError(
			400,
			131008,
			'(#131008) Required parameter is missing',
			'Parameter "to" is missing',
		);
	const isUser = read.data.to === undefined && to === account.userId;

	const number = PHONE.exec(to)?.[1];
	if (recipientType === 'group' ? to !== account.group : number === undefined && !isUser) {
		return graphError(
			400,
			131009,
			'(#131009) Parameter value is not valid',
			`Parameter 'to' is not a ${recipientType === 'group' ? 'group of this number' : 'phone number'}`,
		);
	}
	const refused = refusal(number ?? '', refusedOnce);
	if (refused !== undefined) return refused;

	const waId = number ?? to;
	const id = `wamid.${Buffer.from(messageId('whatsappcloud', tools.nextNumber())).toString('base64')}`;
	const response = {
		messaging_product: 'whatsapp',
		contacts: [isUser ? { input: to, user_id: to } : { input: to, wa_id: waId }],
		messages: [{ id }],
	};
	tools.keepCard({
		account: phoneNumberId,
		recipient: waId,
		...('text' in read.data
			? { text: read.data.text.body, contacts: [] }
			: { contacts: read.data.contacts.map(shown) }),
		vcards: [],
		messageIds: [id],
		options: context === undefined ? {} : { replyTo: context.message_id },
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

function invalid(issue: z.core.$ZodIssue | undefined): HttpAnswer {
	const place = (issue?.path ?? [])
		.map((key, index) =>
			typeof key === 'number' ? `[${String(key)}]` : index === 0 ? key : `['${String(key)}']`,
		)
		.join('');
	if (issue?.code === 'unrecognized_keys')
		return graphError(
			400,
			100,
			'(#100) Invalid parameter',
			`Unexpected key "${issue.keys[0] ?? ''}" on param "${place}".`,
		);
	const missing =
		(issue?.code === 'invalid_type' || issue?.code === 'invalid_value') &&
		issue.input === undefined;
	if (missing)
		return graphError(
			400,
			131008,
			'(#131008) Required parameter is missing',
			`Parameter "${place}" is missing`,
		);
	return graphError(
		400,
		131009,
		'(#131009) Parameter value is not valid',
		`Parameter "${place}" ${issue?.message ?? 'is not valid'}`,
	);
}

function refusal(number: string, refusedOnce: Set<string>): HttpAnswer | undefined {
	const isFirst = (): boolean => {
		if (refusedOnce.delete(number)) return false;
		refusedOnce.add(number);
		return true;
	};
	const pairLimit = graphError(
		400,
		131056,
		'(#131056) (Business Account, Consumer Account) pair rate limit hit',
		'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
	);
	switch (number) {
		case specialNumbers.outsideWindow:
			return graphError(
				400,
				131047,
				'(#131047) Re-engagement message',
				'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
			);
		case specialNumbers.pairLimitOnce:
			return isFirst() ? pairLimit : undefined;
		case specialNumbers.pairLimit:
			return pairLimit;
		case specialNumbers.notAllowed:
			return graphError(
				400,
				131030,
				'(#131030) Recipient phone number not in allowed list',
				'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
			);
		case specialNumbers.throughputOnce:
			return isFirst()
				? graphError(
						400,
						130429,
						'(#130429) Rate limit hit',
						'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
					)
				: undefined;
		case specialNumbers.spam:
			return graphError(
				400,
				131048,
				'(#131048) Spam rate limit hit',
				'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
			);
		case specialNumbers.locked:
			return graphError(403, 131031, '(#131031) Business account has been locked');
		case specialNumbers.unpaid:
			return graphError(
				400,
				131042,
				'(#131042) Business eligibility payment issue',
				'Message failed to send because there were one or more errors related to your payment method.',
			);
		case specialNumbers.maintenance:
			return graphError(500, 131057, '(#131057) Account in maintenance mode');
		case specialNumbers.overloaded:
			return graphError(503, 2, '(#2) Service temporarily unavailable');
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return graphError(400, 131026, '(#131026) Message undeliverable', 'Message undeliverable.');
		case SPECIAL_NUMBERS.sendFails:
			return graphError(
				500,
				131000,
				'(#131000) Something went wrong',
				'Message failed to send due to an unknown error.',
			);
		default:
			return undefined;
	}
}

/** The contact as the recipient's phone shows it. */
function shown({ name, phones, emails, addresses, urls, org, birthday }: MetaContact): CardContact {
	const { formatted_name, ...parts } = name;
	return {
		name: { formatted_name, ...given(parts) },
		phones: (phones ?? []).map(({ phone, ...rest }) => ({ phone, ...given(rest) })),
		emails: (emails ?? []).map(({ email, ...rest }) => ({ email, ...given(rest) })),
		addresses: (addresses ?? []).map(given),
		urls: (urls ?? []).map(({ url, ...rest }) => ({ url, ...given(rest) })),
		...(org === undefined ? {} : { org: given(org) }),
		...(birthday === undefined ? {} : { birthday }),
	};
}

function given(fields: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
	);
}
