/** What uazapiGO says about an instance: its state, its groups, its contacts, and who is on WhatsApp. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { accountOf, USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';

export function failure(status: number, error: string): HttpAnswer {
	return json(status, { error }, {}, error);
}

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club', 'Project Atlas'].map(
	(Name, index) => ({
		JID: index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}@g.us`,
		Name,
		OwnerJID: `447700900930${USER_SERVER}`,
		OwnerPN: `447700900930${USER_SERVER}`,
		Participants: [],
	}),
);

const CONTACTS = people(120).map(({ name, number }) => ({
	jid: `${number}${USER_SERVER}`,
	contact_name: name,
	contact_FirstName: name.split(' ')[0] ?? '',
}));

/** GET /instance/status. */
export function instanceStatus(connected: boolean): HttpAnswer {
	const jid = connected
		? { user: '447700900930', agent: 0, device: 7, server: 's.whatsapp.net' }
		: null;
	return json(200, {
		instance: {
			id: 'r1a2b3c',
			name: 'sales',
			status: connected ? 'connected' : 'disconnected',
			profileName: 'Sales',
		},
		status: { connected, loggedIn: connected, jid },
	});
}

/** GET /group/list. */
export function listGroups(): HttpAnswer {
	return json(200, { groups: GROUPS });
}

/** GET /contacts: a bare array. */
export function listContacts(): HttpAnswer {
	return json(200, CONTACTS);
}

/**
 * POST /chat/check: a bare array with each account's own ID; an entry without a valid number or without an answer has an
 * error.
 */
export function checkNumbers(request: SandboxRequest, connected: boolean): HttpAnswer {
	const numbers = request.jsonObject()['numbers'];
	if (!Array.isArray(numbers) || numbers.length === 0)
		return failure(400, 'Missing numbers in payload');
	if (!connected) return failure(500, 'WhatsApp client is not connected');
	return json(
		200,
		numbers.map(String).map((query) => {
			const digits = query.replace(/@.*/, '').replace(/^\+/, '');
			const error = checkError(digits);
			const found = error === '' ? accountOf(digits) : undefined;
			return {
				query,
				jid: found === undefined ? '' : `${found}${USER_SERVER}`,
				lid: '',
				isInWhatsapp: found !== undefined,
				verifiedName: '',
				groupName: '',
				error,
			};
		}),
	);
}

function checkError(digits: string): string {
	if (!/^\d{7,15}$/.test(digits)) return 'invalid number';
	return digits === SPECIAL_NUMBERS.neverConfirms ? 'timed out' : '';
}
