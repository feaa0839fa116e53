/** What WWebJS API says about its sessions: their chats, their contacts, and who is on WhatsApp. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { numberedNames } from '../../toolkit/ids';
import { people } from '../../toolkit/people';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { accountOf } from '../../toolkit/whatsApp';
import { account } from './account';

export function failure(status: number, error: string): HttpAnswer {
	return json(status, { success: false, error }, {}, error);
}

/** The server's sessions; the branches are there so that there is something to search. */
export const SESSIONS: readonly string[] = [
	account.session,
	account.secondSession,
	account.unpairedSession,
	account.crashedSession,
	...numberedNames('branch', 30),
];

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club', 'Project Atlas'].map(
	(name, index) => ({
		id: idOf(
			index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}@g.us`,
		),
		name,
		isGroup: true,
	}),
);
const CONTACTS = people(120).map(({ name, number }, index) => ({
	id: idOf(`${number}@c.us`),
	number,
	name: index % 10 === 9 ? undefined : name,
	pushname: name,
	isGroup: false,
	// The last ones only share a group with the account.
	isMyContact: index < 110,
}));

function idOf(serialized: string): { server: string; user: string; _serialized: string } {
	const [user = '', server = ''] = serialized.split('@');
	return { server, user, _serialized: serialized };
}

/** GET /session/getSessions. */
export function listSessions(): HttpAnswer {
	return json(200, { success: true, result: SESSIONS });
}

/** GET /client/getChats/{sessionId}: all of them. */
export function listChats(): HttpAnswer {
	const chats = [...GROUPS, ...CONTACTS.slice(0, 40)];
	return json(200, { success: true, chats });
}

/** GET /client/getContacts/{sessionId}: all of them. */
export function listContacts(): HttpAnswer {
	return json(200, { success: true, contacts: CONTACTS });
}

/** POST /client/getNumberId/{sessionId}: the account's own id. */
export function numberId(request: SandboxRequest): HttpAnswer {
	const { number } = request.jsonObject();
	if (typeof number !== 'string') return failure(500, 'number.endsWith is not a function');
	const digits = number.replace(/@c\.us$/, '');
	if (digits === SPECIAL_NUMBERS.neverConfirms)
		return failure(500, 'Runtime.callFunctionOn timed out');
	const found = accountOf(digits);
	return json(200, { success: true, result: found === undefined ? null : idOf(`${found}@c.us`) });
}
