/** WhatsApp Cloud API's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { account } from './account';
import { graphError, unknownObject } from './errors';
import { sendMessage } from './send';

/** How many numbers the account has: more than fit on a page. */
const NUMBER_COUNT = 120;
const DEFAULT_PAGE = 25;
const NEWEST_VERSION = 26;

interface PhoneNumber {
	id: string;
	display_phone_number: string;
	verified_name: string;
	quality_rating: string;
	code_verification_status: string;
	platform_type: string;
}

const NUMBERS: readonly PhoneNumber[] = people(NUMBER_COUNT).map(({ name, number }, index) => ({
	id: String(100_000_000_000_001 + index),
	display_phone_number: `+${number.slice(0, 2)} ${number.slice(2, 6)} ${number.slice(6)}`,
	verified_name: `${name} Ltd`,
	quality_rating: 'GREEN',
	code_verification_status: 'VERIFIED',
	platform_type: 'CLOUD_API',
}));

/**
 * Meta's WhatsApp Cloud API, from its OpenAPI and pages, and 360dialog's, which accepts the same messages without a version
 * and a number in the path. The header with the secret shows which one a request is for.
 */
export function createServer(tools: ServerTools): ProviderServer {
	const refusedOnce = new Set<string>();
	return {
		isSend: ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
		recipientOf: (request) => {
			const { to, recipient } = request.jsonObject();
			return [to, recipient].find((given) => typeof given === 'string') ?? '';
		},
		handle: (request) =>
			isKapso(request)
				? onKapso(request, tools, refusedOnce)
				: request.header('d360-api-key') === ''
					? onMeta(request, tools, refusedOnce)
					: on360dialog(request, tools, refusedOnce),
		errorBody: (status, message) => ({
			error: {
				message,
				type: 'OAuthException',
				code: status === 401 ? 190 : status === 429 ? 4 : 1,
				fbtrace_id: 'ASandbox',
			},
		}),
	};
}

function onMeta(request: SandboxRequest, tools: ServerTools, refusedOnce: Set<string>): HttpAnswer {
	const { path } = request;
	const refused = tokenError(request);
	return refused ?? onGraph(request, path, tools, refusedOnce);
}

/** The prefix of Kapso's paths. */
const KAPSO_PATH = '/meta/whatsapp';

function isKapso(request: SandboxRequest): boolean {
	return request.header('x-api-key') !== '' || request.path.startsWith(`${KAPSO_PATH}/`);
}

/** Kapso: Meta's paths with Kapso's key. The format of its own errors is not published. */
function onKapso(
	request: SandboxRequest,
	tools: ServerTools,
	refusedOnce: Set<string>,
): HttpAnswer {
	if (request.header('x-api-key') !== account.accessToken)
		return json(401, { error: 'Invalid API key' }, {}, 'wrong or no key');
	return onGraph(request, request.path.replace(KAPSO_PATH, ''), tools, refusedOnce);
}

/** Meta's own paths, for requests with a valid token. */
function onGraph(
	request: SandboxRequest,
	path: string,
	tools: ServerTools,
	refusedOnce: Set<string>,
): HttpAnswer {
	const { method, query } = request;
	const [, version = '', id = '', edge, ...more] = path.split('/');
	const major = Number(/^v(\d{1,3})\.0$/.exec(version)?.[1] ?? 0);
	if (major < 20 || major > NEWEST_VERSION || id === '' || more.length > 0)
		return graphError(400, 2500, `Unknown path components: ${path}`);
	if (id === account.deletedPhoneNumberId)
		return graphError(400, 33, '(#33) Parameter value is not valid');

	const number = NUMBERS.find((known) => known.id === id);
	if (number !== undefined && method === 'GET' && edge === undefined) return json(200, number);
	if (number !== undefined && method === 'POST' && edge === 'messages')
		return sendMessage(request, number.id, tools, refusedOnce);
	if (id === account.businessAccountId && method === 'GET' && edge === 'phone_numbers')
		return listNumbers(query, `/${version}/${id}/phone_numbers`);
	return unknownObject(method, id);
}

function tokenError(request: SandboxRequest): HttpAnswer | undefined {
	const token = request.header('authorization').replace(/^Bearer /, '');
	switch (token) {
		case account.accessToken:
			return undefined;
		case account.expiredToken:
			return graphError(
				401,
				190,
				'Error validating access token: Session has expired on Tuesday, 30-Jun-26 05:00:00 PDT.',
			);
		case account.powerlessToken:
			return graphError(403, 10, '(#10) Application does not have permission for this action');
		case '':
			return graphError(400, 104, 'An access token is required to request this resource.');
		default:
			return graphError(401, 190, 'Invalid OAuth access token - Cannot parse access token');
	}
}

/** 25 by default, with cursors; `next` only if there are more. */
function listNumbers(query: URLSearchParams, path: string): HttpAnswer {
	const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
	const after = query.get('after');
	const start = after === null ? 0 : NUMBERS.findIndex(({ id }) => cursorOf(id) === after) + 1;
	if (!Number.isInteger(limit) || limit < 1 || (after !== null && start === 0))
		return graphError(400, 100, '(#100) Invalid parameter');
	const fields = query.get('fields')?.split(',');
	const page = NUMBERS.slice(start, start + limit);
	const cursors = { before: cursorOf(page[0]?.id ?? ''), after: cursorOf(page.at(-1)?.id ?? '') };
	const more = start + limit < NUMBERS.length;
	return json(200, {
		data: page.map((number) =>
			Object.fromEntries(
				Object.entries(number).filter(
					([name]) => fields === undefined || name === 'id' || fields.includes(name),
				),
			),
		),
		paging: {
			cursors,
			...(more ? { next: `https://graph.facebook.com${path}?after=${cursors.after}` } : {}),
		},
	});
}

function cursorOf(id: string): string {
	return Buffer.from(`cursor ${id}`).toString('base64url');
}

/** 360dialog: the key determines the number, and its own errors have a different format from Meta's. */
function on360dialog(
	request: SandboxRequest,
	tools: ServerTools,
	refusedOnce: Set<string>,
): HttpAnswer {
	const { method, path } = request;
	if (request.header('d360-api-key') !== account.accessToken)
		return dialogError(401, 'Invalid api_key');
	switch (`${method} ${path}`) {
		case 'POST /messages':
			return sendMessage(request, account.phoneNumberId, tools, refusedOnce);
		case 'GET /v1/configs/webhook':
			return json(200, { url: 'https://example.com/webhook' });
		default:
			return dialogError(404, 'Not Found');
	}
}

function dialogError(status: number, message: string): HttpAnswer {
	return json(
		status,
		{ meta: { developer_message: message, http_code: status, success: false } },
		{},
		message,
	);
}
