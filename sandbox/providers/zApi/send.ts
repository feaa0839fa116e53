/** How Z-API sends contact cards and texts. */
import { z } from 'zod';
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { hexId } from '../../toolkit/ids';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { account } from './account';
import { failure } from './lists';

/** A number's digits, a group with its suffix, an old group as two numbers, or a hidden user. */
const PHONE = /^(\d{7,15}|\d+-group|\d+-\d{5,}|\d+@lid)$/;

const common = {
	phone: z.string(),
	messageId: z.string().optional(),
	delayMessage: z.number().int().min(1).max(15).optional(),
};
const oneSchema = z.object({
	...common,
	contactName: z.string().min(1),
	contactPhone: z.string().min(1),
	contactBusinessDescription: z.string().optional(),
});
const manySchema = z.object({
	...common,
	contacts: z
		.array(
			z.object({
				name: z.string().min(1),
				phones: z.array(z.string().min(1)).min(1),
				businessDescription: z.string().optional(),
			}),
		)
		.min(1),
});
const textSchema = z.object({ ...common, message: z.string().min(1) });

interface Entry {
	name: string;
	phones: string[];
	businessDescription?: string | undefined;
}

/** POST …/send-contact. */
export function sendContact(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const read = oneSchema.safeParse(request.jsonObject());
	if (!read.success) return failure(400, problemOf(read.error));
	const { contactName, contactPhone, contactBusinessDescription, ...common } = read.data;
	return send(request, tools, common, [
		{
			name: contactName,
			phones: [contactPhone],
			businessDescription: contactBusinessDescription,
		},
	]);
}

/** POST …/send-contacts. */
export function sendContacts(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const read = manySchema.safeParse(request.jsonObject());
	if (!read.success) return failure(400, problemOf(read.error));
	const { contacts, ...common } = read.data;
	return send(request, tools, common, contacts);
}

/** POST …/send-text. */
export function sendText(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const read = textSchema.safeParse(request.jsonObject());
	if (!read.success) return failure(400, problemOf(read.error));
	const { phone, message } = read.data;
	const refused = sendError(phone);
	if (refused !== undefined) return refused;
	const response = receiptOf(tools);
	tools.keepCard({
		account: 'sales',
		recipient: phone,
		text: shown(message),
		contacts: [],
		vcards: [],
		messageIds: [response.messageId],
		options: optionsOf(read.data),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

function problemOf({ issues: [issue] }: z.ZodError): string {
	return `Invalid ${issue?.path.join('.') ?? 'body'}`;
}

interface Common {
	phone: string;
	messageId?: string | undefined;
	delayMessage?: number | undefined;
}

function send(
	request: SandboxRequest,
	tools: ServerTools,
	common: Common,
	entries: readonly Entry[],
): HttpAnswer {
	const { phone } = common;
	const refused = sendError(phone);
	if (refused !== undefined) return refused;
	const response = receiptOf(tools);
	const vcards = entries.map(builtVcard);
	tools.keepCard({
		account: 'sales',
		recipient: phone,
		contacts: vcards.map(readVcard),
		vcards,
		messageIds: [response.messageId],
		options: optionsOf(common),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

function optionsOf({ messageId, delayMessage }: Common): Record<string, unknown> {
	return {
		...(messageId === undefined ? {} : { replyTo: messageId }),
		...(delayMessage === undefined ? {} : { delayMessage }),
	};
}

/** A text as it arrives: the service turns `%0a` into a line break. */
function shown(text: string): string {
	return text.replace(/%0[ad]/gi, '\n');
}

function receiptOf(tools: ServerTools): { zaapId: string; messageId: string; id: string } {
	const number = String(tools.nextNumber());
	const messageId = hexId(`zApi ${number}`, 20).toUpperCase();
	return { zaapId: hexId(`zaap ${number}`, 32).toUpperCase(), messageId, id: messageId };
}

function sendError(phone: string): HttpAnswer | undefined {
	if (!PHONE.test(phone) || (phone.endsWith('-group') && phone !== account.group))
		return failure(400, 'Invalid phone');
	switch (phone) {
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return failure(400, 'Phone number does not exist');
		case SPECIAL_NUMBERS.neverConfirms:
		case SPECIAL_NUMBERS.sendFails:
			return failure(500, 'Internal server error');
		default:
			return undefined;
	}
}

/**
 * The vCard. The real one is unknown; this one is like those in its webhooks, with nothing escaped and `%0a` turned into a
 * line break.
 */
function builtVcard({ name, phones, businessDescription }: Entry): string {
	return vcardText([
		`N:;${shown(name)};;;`,
		`FN:${shown(name)}`,
		...(businessDescription === undefined ? [] : [`ORG:${shown(businessDescription)}`]),
		...phones.map((phone) => `TEL;type=CELL;type=VOICE;waid=${phone}:+${phone}`),
	]);
}
