/** What Whapi.Cloud says about a channel: its state, its chats, its contacts, and who is on WhatsApp. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { queryNumber } from '../../toolkit/pages';
import { people } from '../../toolkit/people';
import { accountOf, USER_SERVER } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { whapiError } from './errors';

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club'].map((name, index) => ({
	id: index === 0 ? account.group : `1203630400000${String(index + 10).padStart(5, '0')}@g.us`,
	name,
	type: 'group',
}));
const CHATS = [
	...GROUPS,
	{ id: 'stories', name: 'Stories', type: 'stories' },
	...people(120).map(({ name, number }) => ({
		id: `${number}${USER_SERVER}`,
		name,
		type: 'contact',
	})),
];
const CONTACTS = people(150).map(({ name, number }, index) =>
	index % 10 === 9 ? { id: number, pushname: name } : { id: number, name, pushname: name },
);

/** GET /health: starts a stopped channel unless `wakeup=false`. */
export function health(request: SandboxRequest, token: string): HttpAnswer {
	const wakesUp = request.query.get('wakeup') !== 'false';
	const state = token === account.unlinkedToken ? 'QR' : 'AUTH';
	const text = token === account.stoppedToken ? (wakesUp ? 'LAUNCH' : 'NOT_INIT') : state;
	return json(200, {
		channel_id: 'SANDBX-0001',
		start_at: 1_782_000_000,
		uptime: 3600,
		version: '1.8.7',
		status: { code: text === 'AUTH' ? 4 : 1, text },
	});
}

/** GET /chats?count=100&offset=0. */
export function listChats(request: SandboxRequest): HttpAnswer {
	return page(request, 'chats', CHATS);
}

/** GET /contacts?count=100&offset=0: IDs without a server. */
export function listContacts(request: SandboxRequest): HttpAnswer {
	return page(request, 'contacts', CONTACTS);
}

/**
 * POST /contacts: `wa_id`, the account's own ID, only for numbers that have one. The status of an unfinished look-up is not
 * published; this one is from Meta's On-Premises API, whose format this is.
 */
export function checkContacts(request: SandboxRequest): HttpAnswer {
	const { contacts } = request.jsonObject();
	if (!Array.isArray(contacts))
		return whapiError(
			400,
			'Wrong request parameters',
			"body must have required property 'contacts'",
		);
	return json(200, { contacts: contacts.map((entry: unknown) => checked(String(entry))) });
}

function checked(input: string): unknown {
	const digits = input.replace(/\D/g, '');
	if (digits === specialNumbers.isLookedUpLater) return { input, status: 'processing' };
	const own = accountOf(digits);
	return own === undefined ? { input, status: 'invalid' } : { input, status: 'valid', wa_id: own };
}

function page(request: SandboxRequest, name: string, entries: readonly unknown[]): HttpAnswer {
	const count = queryNumber(request.query, 'count', 100);
	const offset = queryNumber(request.query, 'offset', 0);
	if (count < 1 || count > 500)
		return whapiError(400, 'Wrong request parameters', 'query/count must be from 1 to 500');
	const found = entries.slice(offset, offset + count);
	return json(200, { [name]: found, count: found.length, total: entries.length, offset });
}
