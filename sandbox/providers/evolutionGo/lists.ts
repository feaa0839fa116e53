/** What Evolution Go says about an instance: its state, its groups, its contacts, and who is on WhatsApp. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { accountOf, USER_SERVER } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { failure, readBody } from './body';
import { createJid } from './jid';

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club', 'Project Atlas'].map(
	(Name, index) => ({
		JID: index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}@g.us`,
		OwnerJID: `447700900930${USER_SERVER}`,
		Name,
		Participants: [],
	}),
);

const CONTACTS = people(120).map(({ name, number }, index) => ({
	Jid: `${number}${USER_SERVER}`,
	Found: true,
	FirstName: name.split(' ')[0] ?? '',
	FullName: index % 10 === 9 ? '' : name,
	PushName: name,
	BusinessName: '',
}));

/** GET /instance/status. */
export function instanceStatus(loggedIn: boolean): HttpAnswer {
	const Name = loggedIn ? 'Sales' : '';
	return success({ Connected: true, LoggedIn: loggedIn, Name });
}

/** GET /group/list: whatsmeow's own group type, with Go's field names. */
export function listGroups(): HttpAnswer {
	return success(GROUPS);
}

/** GET /user/contacts. */
export function listContacts(): HttpAnswer {
	return success(CONTACTS);
}

/**
 * POST /user/check: numbers as they are with `formatJid: false`, otherwise rewritten. If WhatsApp does not answer, the
 * server logs it and answers without data.
 */
export function checkNumbers(request: SandboxRequest): HttpAnswer {
	const read = readBody(request, { number: '[]string', formatJid: 'bool' });
	if ('refusal' in read) return read.refusal;
	const { body } = read;
	const given: unknown[] = Array.isArray(body['number']) ? body['number'] : [];
	if (given.length === 0) return failure(400, 'number array cannot be empty');
	const numbers = given.map(String);
	const queries =
		body['formatJid'] === false ? numbers : numbers.map((number) => createJid(number) ?? number);
	if (queries.map(digitsOf).includes(specialNumbers.notAnswered)) return success(null);
	return success({ Users: queries.map(checked) });
}

/** The account's own JID, for any spelling; without the plus, WhatsApp finds nobody. */
function checked(Query: string): unknown {
	const digits = digitsOf(Query);
	const own = Query.startsWith('+') ? accountOf(digits) : undefined;
	const JID = `${own ?? digits}${USER_SERVER}`;
	return {
		Query,
		IsInWhatsapp: own !== undefined,
		JID,
		RemoteJID: own === undefined ? Query : JID,
		LID: null,
		VerifiedName: '',
	};
}

function digitsOf(query: string): string {
	return query.replace(/@.*/, '').replace(/^\+/, '');
}

function success(data: unknown): HttpAnswer {
	return json(200, { message: 'success', data });
}
