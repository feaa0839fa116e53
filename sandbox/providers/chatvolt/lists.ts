/** Chatvolt's lists, and its form of an error. */
import { z } from 'zod';
import { json, parseJson, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { queryNumber } from '../../toolkit/pages';
import { AGENTS, CONVERSATIONS } from './directory';

/** GET /conversation returns 25 by default, and at most 100. */
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

const cursorSchema = z.object({ lastCreatedAt: z.iso.datetime(), lastId: z.string() });

/** Chatvolt's error body. */
export function chatvoltError(status: number, error: string, reason = error): HttpAnswer {
	return json(status, { error }, {}, reason);
}

/**
 * GET /conversation: a bare array, newest first. The cursor is the JSON of the last entry's createdAt and id.
 * Of the documented filters, the sandbox applies agentId, channel, status, priority, createdAt and endDate.
 */
export function listConversations({ query }: SandboxRequest): HttpAnswer {
	const limitText = query.get('limit') ?? String(DEFAULT_LIMIT);
	const limit = Number(limitText);
	if (!/^\d+$/.test(limitText) || limit < 1 || limit > MAX_LIMIT)
		return chatvoltError(400, 'INVALID_REQUEST', `limit ${limitText}`);
	const cursor = readCursor(query.get('cursor'));
	if (cursor === 'invalid') return chatvoltError(400, 'INVALID_REQUEST', 'cursor');

	const wanted = (name: string, value: string | null) =>
		!query.get(name) || query.get(name) === (value ?? 'null');
	const found = CONVERSATIONS.filter(
		(conversation) =>
			wanted('agentId', conversation.agentId) &&
			wanted('channel', conversation.channel) &&
			wanted('status', conversation.status) &&
			wanted('priority', conversation.priority) &&
			conversation.createdAt >= (query.get('createdAt') ?? '') &&
			conversation.createdAt <= (query.get('endDate') ?? '9999'),
	);
	const start =
		cursor === null
			? 0
			: found.findIndex(
					({ createdAt, id }) =>
						createdAt < cursor.lastCreatedAt ||
						(createdAt === cursor.lastCreatedAt && id > cursor.lastId),
				);
	return json(200, start < 0 ? [] : found.slice(start, start + limit));
}

/** GET /conversation/{id}. */
export function oneConversation(id: string): HttpAnswer {
	const found = CONVERSATIONS.find((conversation) => conversation.id === id);
	return found === undefined ? chatvoltError(404, 'NOT FOUND') : json(200, found);
}

/** GET /agents: undocumented, a bare array; `limit` (50) and `offset` as the service's MCP server sends them. */
export function listAgents({ query }: SandboxRequest): HttpAnswer {
	const limit = queryNumber(query, 'limit', 50);
	const offset = queryNumber(query, 'offset', 0);
	return json(200, AGENTS.slice(offset, offset + limit));
}

/** GET /agents/{id}: by id or by @handle; public agents answer without a key. */
export function oneAgent(reference: string, authorized: boolean): HttpAnswer {
	const found = AGENTS.find(({ id, handle }) => id === reference || `@${handle}` === reference);
	if (found === undefined) return chatvoltError(404, 'NOT FOUND');
	return authorized || found.visibility === 'public'
		? json(200, found)
		: chatvoltError(403, 'UNAUTHORIZED');
}

function readCursor(text: string | null): z.infer<typeof cursorSchema> | null | 'invalid' {
	if (text === null || text === '') return null;
	const parsed = parseJson(text);
	const read = cursorSchema.safeParse(parsed.ok ? parsed.value : null);
	return read.success ? read.data : 'invalid';
}
