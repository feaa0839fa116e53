/** What WuzAPI says about a user: its session, its groups, its contacts, and who is on WhatsApp. */
import { isObject, json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { accountOf, USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import { failure, success } from './body';

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club', 'Project Atlas'].map(
	(Name, index) => ({
		JID: index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}@g.us`,
		OwnerJID: `447700900930${USER_SERVER}`,
		Name,
		Participants: [],
	}),
);

const CONTACTS = Object.fromEntries(
	people(120).map(({ name, number }, index) => [
		`${number}${USER_SERVER}`,
		{
			Found: true,
			FirstName: name.split(' ')[0] ?? '',
			FullName: index % 10 === 9 ? '' : name,
			PushName: name,
			BusinessName: '',
		},
	]),
);

/** GET /session/status: includes the token. */
export function sessionStatus(token: string): HttpAnswer {
	const loggedIn = token === account.token;
	return json(
		200,
		success({
			id: 'a1b2c3',
			name: 'sales',
			connected: true,
			loggedIn,
			token,
			jid: loggedIn ? `447700900930:7${USER_SERVER}` : '',
			webhook: '',
			events: 'Message',
			qrcode: '',
		}),
	);
}

/** GET /group/list. */
export function listGroups(): HttpAnswer {
	return json(200, success({ Groups: GROUPS }));
}

/** GET /user/contacts: an object with JIDs as keys. */
export function listContacts(): HttpAnswer {
	return json(200, success(CONTACTS));
}

/** POST /user/check: a number that WhatsApp cannot read, or does not answer for, is left out; `JID` is always set. */
export function checkNumbers(request: SandboxRequest): HttpAnswer {
	const body: unknown = request.objectOrNull();
	if (!isObject(body)) return failure(400, 'could not decode Payload');
	const key = Object.keys(body).find((name) => name.toLowerCase() === 'phone') ?? '';
	const given = body[key] ?? [];
	if (!Array.isArray(given) || !given.every((entry) => typeof entry === 'string'))
		return failure(400, 'could not decode Payload');
	if (given.length === 0) return failure(400, 'missing Phone in Payload');
	const Users = given.flatMap((Query: string) => {
		const digits = Query.replace(/^\+/, '');
		if (!/^\d{7,15}$/.test(digits) || digits === SPECIAL_NUMBERS.neverConfirms) return [];
		const found = accountOf(digits);
		return [
			{
				Query,
				IsInWhatsapp: found !== undefined,
				JID: `${found ?? digits}${USER_SERVER}`,
				VerifiedName: '',
			},
		];
	});
	return json(200, success({ Users: Users.length === 0 ? null : Users }));
}
