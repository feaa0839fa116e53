/** Infobip's routes and authentication. */
import type { z } from 'zod';
import type { ProviderServer, ServerTools } from '../../provider';
import type { CardContact } from '../../toolkit/contact';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { uuid } from '../../toolkit/ids';
import { account, specialNumbers } from './account';
import { contactMessage, textMessage, type InfobipContact } from './schemas';

const CONTACT = '/whatsapp/1/message/contact';
const TEXT = '/whatsapp/1/message/text';

/** Infobip's WhatsApp API, from its OpenAPI: types are enumerations, and a 200 may say that the message was rejected. */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && [CONTACT, TEXT].includes(path),
		recipientOf: (request) => request.textField('to'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) =>
			exception(
				status === 401 ? 'UNAUTHORIZED' : status === 429 ? 'TOO_MANY_REQUESTS' : 'GENERAL_ERROR',
				message,
			),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	const key = request.header('authorization').replace(/^App /, '');
	if (key !== account.apiKey && key !== account.powerlessKey)
		return refuse(401, 'UNAUTHORIZED', 'Invalid login details');
	switch (`${method} ${path}`) {
		case 'GET /account/1/balance':
			return json(200, { balance: 47.79, currency: 'EUR' });
		case `POST ${CONTACT}`:
		case `POST ${TEXT}`:
			if (key === account.powerlessKey) return refuse(403, 'FORBIDDEN', 'Forbidden');
			return path === CONTACT ? sendContacts(request, tools) : sendText(request, tools);
		default:
			return refuse(404, 'NOT_FOUND', 'Not found');
	}
}

function sendContacts(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const message = read(request, contactMessage);
	if ('refused' in message) return message.refused;
	const { to, from, messageId, content, context, ...options } = message.value;
	if (to === specialNumbers.newForm) return newForm();
	const answer = accepted(to, messageId, tools);
	if (answer.status.groupName === 'PENDING') {
		tools.keepCard({
			account: from,
			recipient: to,
			contacts: content.contacts.map(shown),
			vcards: [],
			messageIds: [answer.messageId],
			options: {
				...options,
				...(context === undefined ? {} : { replyTo: context.replyToMessageId }),
			},
			request,
			status: 200,
			response: answer,
		});
	}
	return json(200, answer);
}

function sendText(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const message = read(request, textMessage);
	if ('refused' in message) return message.refused;
	const { to, from, messageId, content } = message.value;
	const answer = accepted(to, messageId, tools);
	tools.keepCard({
		account: from,
		recipient: to,
		text: content.text,
		contacts: [],
		vcards: [],
		messageIds: [answer.messageId],
		options: {},
		request,
		status: 200,
		response: answer,
	});
	return json(200, answer);
}

function accepted(to: string, messageId: string | undefined, tools: ServerTools) {
	return {
		to,
		messageCount: 1,
		messageId: messageId ?? uuid(`infobip ${String(tools.nextNumber())}`),
		status: statusOf(to),
	};
}

function statusOf(to: string) {
	switch (to) {
		case specialNumbers.rejected:
			return {
				groupId: 5,
				groupName: 'REJECTED',
				id: 6,
				name: 'REJECTED_NETWORK',
				description: 'Network is forbidden',
				action: 'Contact account manager',
			};
		case specialNumbers.undeliverable:
			return {
				groupId: 2,
				groupName: 'UNDELIVERABLE',
				id: 4,
				name: 'UNDELIVERABLE_REJECTED_OPERATOR',
				description: 'Message rejected by operator',
			};
		default:
			return {
				groupId: 1,
				groupName: 'PENDING',
				id: 7,
				name: 'PENDING_ENROUTE',
				description: 'Message sent to next instance',
			};
	}
}

/** The body by its schema, with a registered sender; or an answer that names every invalid field. */
function read<Body extends { from: string }>(
	request: SandboxRequest,
	schema: z.ZodType<Body>,
): { value: Body } | { refused: HttpAnswer } {
	const result = schema.safeParse(request.json().ok ? request.objectOrNull() : undefined);
	if (result.success) {
		const { from } = result.data;
		if (from === account.sender || from === account.secondSender) return { value: result.data };
		return { refused: invalid({ from: ['sender is not registered'] }) };
	}
	const problems: Record<string, string[]> = {};
	for (const { path, message } of result.error.issues) {
		const place = path
			.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`))
			.join('');
		(problems[place.slice(1)] ??= []).push(message);
	}
	return { refused: invalid(problems) };
}

function invalid(validationErrors: Record<string, string[]>): HttpAnswer {
	const body = { messageId: 'BAD_REQUEST', text: 'Bad request', validationErrors };
	return json(
		400,
		{ requestError: { serviceException: body } },
		{},
		JSON.stringify(validationErrors),
	);
}

function newForm(): HttpAnswer {
	return json(400, {
		errorCode: 'E400',
		description: 'Request cannot be processed.',
		action: 'Check the request.',
		violations: [{ property: 'content.contacts[0].phones', violation: 'must be valid' }],
		resources: [{ name: 'API reference', url: 'https://www.infobip.com/docs/api' }],
	});
}

function refuse(status: number, code: string, text: string): HttpAnswer {
	return json(status, exception(code, text), {}, text);
}

function exception(messageId: string, text: string) {
	return { requestError: { serviceException: { messageId, text } } };
}

/** The contact as WhatsApp shows it, with Meta's field names. */
function shown({
	name,
	phones = [],
	emails = [],
	addresses = [],
	org,
	urls = [],
	birthday,
}: InfobipContact): CardContact {
	return {
		name: {
			formatted_name: name.formattedName,
			first_name: name.firstName,
			...(name.lastName === undefined ? {} : { last_name: name.lastName }),
			...(name.middleName === undefined ? {} : { middle_name: name.middleName }),
			...(name.namePrefix === undefined ? {} : { prefix: name.namePrefix }),
			...(name.nameSuffix === undefined ? {} : { suffix: name.nameSuffix }),
		},
		phones: phones.map(({ phone = '', waId, type }) => ({
			phone,
			...typed(type),
			...(waId === undefined ? {} : { wa_id: waId }),
		})),
		emails: emails.map(({ email = '', type }) => ({ email, ...typed(type) })),
		addresses: addresses.map(({ countryCode, ...address }) =>
			texts({ ...address, country_code: countryCode }),
		),
		urls: urls.map(({ url = '', type }) => ({ url, ...typed(type) })),
		...(org === undefined ? {} : { org: texts(org) }),
		...(birthday === undefined ? {} : { birthday }),
	};
}

function typed(type: string | undefined): { type?: string } {
	return type === undefined ? {} : { type };
}

function texts(fields: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
	);
}
