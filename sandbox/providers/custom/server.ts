/** The custom services' routes and authentication. */
import type { z } from 'zod';
import type { ProviderServer, ServerTools } from '../../provider';
import { bearerToken } from '../../toolkit/auth';
import { isObject, json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { uuid } from '../../toolkit/ids';
import { recipientKey } from '../../toolkit/recipient';
import { readVcard } from '../../toolkit/vcard';
import { account, specialNumbers } from './account';
import { forkSchema, forkTextSchema, formSchema, hookSchema, mailSchema } from './schemas';

const SENDS = ['/fork/contacts', '/hook', '/form', '/mail/send'];

/** Four services of the kind that people add themselves. Each has its own way to say what became of a card. */
export function createServer(tools: ServerTools): ProviderServer {
	const offline = new Set<string>();
	return {
		isSend: ({ method, path }) => method !== 'GET' && SENDS.includes(path),
		recipientOf: (request) => recipientOf(request),
		handle: (request) => handle(request, tools, offline),
		errorBody: (_status, message) => ({ error: { message } }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools, offline: Set<string>): HttpAnswer {
	const { method, path } = request;
	if (!isKnown(request)) return refuse(401, 'Unauthorized');
	switch (`${method} ${path}`) {
		case 'GET /status':
			return json(200, { status: 'up' });
		case 'POST /fork/contacts':
			return fork(request, tools, offline);
		case 'POST /hook':
		case 'PUT /hook':
			return hook(request, tools);
		case 'POST /form':
			return form(request, tools);
		case 'POST /mail/send':
			return mail(request, tools);
		default:
			return refuse(404, `Nothing at ${method} ${path}`);
	}
}

function isKnown(request: SandboxRequest): boolean {
	const { secret, name, username } = account;
	const basic = Buffer.from(`${username}:${secret}`).toString('base64');
	return (
		bearerToken(request) === secret ||
		request.header(name) === secret ||
		request.query.get(name) === secret ||
		request.header('authorization') === `Basic ${basic}`
	);
}

function recipientOf(request: SandboxRequest): string {
	if (request.path === '/form') return fieldsOf(request)['to'] ?? '';
	const mails = mailSchema.safeParse(request.jsonObject());
	if (mails.success) return mails.data.personalizations[0]?.to[0]?.email ?? '';
	return request.textField('to');
}

function fork(request: SandboxRequest, tools: ServerTools, offline: Set<string>): HttpAnswer {
	if (request.textField('text') !== '') return forkText(request, tools);
	const body = read(forkSchema, request.objectOrNull());
	if ('refused' in body) return body.refused;
	const { to, vcard, key } = body.value;
	if (recipientKey(to) === specialNumbers.rejected)
		return json(200, { status: 'rejected', reason: 'The number is not on WhatsApp' });
	if (recipientKey(to) === specialNumbers.offlineOnce && !offline.delete(to)) {
		offline.add(to);
		return refuse(503, 'The session is not connected');
	}
	const id = uuid(`custom ${String(tools.nextNumber())}`);
	const response = { status: 'queued', data: { messageId: id, chat: to } };
	keep(request, tools, to, vcard, {
		id,
		status: 200,
		response,
		...(key === undefined ? {} : { key }),
	});
	return json(200, response);
}

function forkText(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = read(forkTextSchema, request.objectOrNull());
	if ('refused' in body) return body.refused;
	const { to, text: words } = body.value;
	const id = uuid(`custom ${String(tools.nextNumber())}`);
	const response = { status: 'queued', data: { messageId: id, chat: to } };
	tools.keepCard({
		account: account.username,
		recipient: to,
		text: words,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: {},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

function hook(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = read(hookSchema, request.objectOrNull());
	if ('refused' in body) return body.refused;
	const { to, vcard } = body.value;
	keep(request, tools, typeof to === 'string' ? to : '', vcard, { status: 200, response: 'ok' });
	return text(200, 'ok');
}

function form(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const isForm = request.mediaType() === 'application/x-www-form-urlencoded';
	const body = read(formSchema, isForm ? fieldsOf(request) : null);
	if ('refused' in body) return body.refused;
	const { to, vcard } = body.value;
	const id = tools.nextNumber();
	const response = { result: [{ number: id }] };
	keep(request, tools, to, vcard, { id: String(id), status: 201, response });
	return json(201, response);
}

/** 202 with an empty body: the ID is in a header. */
function mail(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = read(mailSchema, request.objectOrNull());
	if ('refused' in body) return body.refused;
	const { attachments, subject } = body.value;
	const vcard = Buffer.from(attachments[0]?.content ?? '', 'base64').toString('utf8');
	const id = uuid(`mail ${String(tools.nextNumber())}`);
	keep(request, tools, recipientOf(request), vcard, { id, status: 202, response: '', subject });
	return text(202, '', 'text/plain; charset=utf-8', { 'x-message-id': id });
}

function keep(
	request: SandboxRequest,
	tools: ServerTools,
	recipient: string,
	vcard: string,
	{
		id,
		status,
		response,
		...options
	}: { id?: string; status: number; response: unknown; [option: string]: unknown },
): void {
	tools.keepCard({
		account: account.username,
		recipient,
		contacts: [readVcard(vcard)],
		vcards: [vcard],
		messageIds: id === undefined ? [] : [id],
		options,
		request,
		status,
		response,
	});
}

function fieldsOf(request: SandboxRequest): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(request.text()));
}

/** The body by its schema, or an answer that names the first thing that is wrong. */
function read<Body>(
	schema: z.ZodType<Body>,
	body: unknown,
): { value: Body } | { refused: HttpAnswer } {
	const result = schema.safeParse(isObject(body) ? body : undefined);
	if (result.success) return { value: result.data };
	const [issue] = result.error.issues;
	return { refused: refuse(400, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()) };
}

function refuse(status: number, message: string): HttpAnswer {
	return json(status, { error: { message } }, {}, message);
}
