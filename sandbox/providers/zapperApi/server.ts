/** ZapperAPI's routes and authentication. */
import type { z } from 'zod';
import type { ProviderServer, ServerTools } from '../../provider';
import { json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { readVcard } from '../../toolkit/vcard';
import { accountOf, messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { cardOf } from './card';
import { checkSchema, contactSchema, textSchema } from './schemas';

const JID = /^(?:\+?\d{7,15}|\d{7,15}@s\.whatsapp\.net|[\d-]+@g\.us|\d+@lid)$/;

const GROUPS = [
	{ id: account.group, subject: 'Team' },
	...people(30).map(({ name }, index) => ({
		id: `1203630400000001${String(index).padStart(2, '0')}@g.us`,
		subject: `${name} & Co`,
	})),
];

/**
 * ZapperAPI v2, from its OpenAPI file: unknown fields are refused. Its answers are not published; here they are a message's
 * key as in Baileys, and errors as in Fastify.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && /\/messages\/(?:contact|text)$/.test(path),
		recipientOf: (request) => request.textField('jid'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) => ({ statusCode: status, error: message, message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	if (method === 'GET' && path === '/') return json(200, { status: 'UP', version: '2' });
	const [, instance = '', ...rest] = path.split('/');
	if (request.header('x-api-key') !== account.apiKey)
		return fastifyError(401, 'Unauthorized', 'Invalid API key');
	if (instance === account.otherInstanceId)
		return fastifyError(403, 'Forbidden', 'Instance belongs to another account');
	if (instance !== account.instanceId) return fastifyError(404, 'Not Found', 'Instance not found');
	switch (`${method} ${rest.join('/')}`) {
		case 'GET connection':
			return json(200, { instanceType: 'device', status: 'connected', user: null });
		case 'GET groups':
			return json(200, { groups: GROUPS });
		case 'POST messages/contact':
			return sendContact(request, tools);
		case 'POST messages/text':
			return sendText(request, tools);
		case 'POST contacts/check-numbers':
			return check(request);
		default:
			return fastifyError(404, 'Not Found', `Route ${method}:${path} not found`);
	}
}

function sendContact(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = read(request, contactSchema);
	if ('refused' in body) return body.refused;
	const { jid, vcard, expiration } = body.value;
	if (!JID.test(jid)) return fastifyError(400, 'Bad Request', `Invalid jid ${jid}`);
	const chat = chatOf(jid);
	const id = messageId('zapperApi', tools.nextNumber(), 20);
	const response = answerOf(chat, id);
	const card = cardOf(vcard);
	tools.keepCard({
		account: account.instanceId,
		recipient: chat,
		contacts: [readVcard(card)],
		vcards: [card],
		messageIds: [id],
		options: expiration === undefined ? {} : { expiration },
		request,
		status: 200,
		response,
	});
	return response === '' ? text(200, '') : json(200, response);
}

function sendText(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = read(request, textSchema);
	if ('refused' in body) return body.refused;
	const { jid, message } = body.value;
	if (!JID.test(jid)) return fastifyError(400, 'Bad Request', `Invalid jid ${jid}`);
	const chat = chatOf(jid);
	const id = messageId('zapperApi', tools.nextNumber(), 20);
	const response = answerOf(chat, id);
	tools.keepCard({
		account: account.instanceId,
		recipient: chat,
		text: message,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: {},
		request,
		status: 200,
		response,
	});
	return response === '' ? text(200, '') : json(200, response);
}

function check(request: SandboxRequest): HttpAnswer {
	const body = read(request, checkSchema);
	if ('refused' in body) return body.refused;
	return json(200, {
		numbers: body.value.numbers.map((number) => {
			const digits = number.replace(/\D/g, '');
			const own = accountOf(digits);
			return { exists: own !== undefined, jid: `${own ?? digits}${USER_SERVER}`, lid: null };
		}),
	});
}

function answerOf(chat: string, id: string): unknown {
	const number = chat.split('@')[0];
	if (number === specialNumbers.noAnswer) return '';
	if (number === specialNumbers.bareKey) return { key: id };
	return { key: { remoteJid: chat, fromMe: true, id } };
}

function chatOf(jid: string): string {
	return jid.includes('@') ? jid : `${jid.replace('+', '')}${USER_SERVER}`;
}

/** The body by its schema, or an answer that names the first thing that is wrong. */
function read<Body>(
	request: SandboxRequest,
	schema: z.ZodType<Body>,
): { value: Body } | { refused: HttpAnswer } {
	const result = schema.safeParse(request.json().ok ? request.objectOrNull() : undefined);
	if (result.success) return { value: result.data };
	const [issue] = result.error.issues;
	const place = ['body', ...(issue?.path ?? [])].join('/');
	return {
		refused: fastifyError(400, 'Bad Request', `${place} ${issue?.message ?? 'is invalid'}`),
	};
}

function fastifyError(status: number, error: string, message: string): HttpAnswer {
	return json(status, { statusCode: status, error, message }, {}, message);
}
