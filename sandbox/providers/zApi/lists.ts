/** What Z-API says about an instance: its state, its chats, its contacts, and who is on WhatsApp. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { queryNumber } from '../../toolkit/pages';
import { people } from '../../toolkit/people';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { accountOf } from '../../toolkit/whatsApp';
import { account } from './account';

export function failure(status: number, error: string): HttpAnswer {
	return json(status, { error }, {}, error);
}

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club', 'Project Atlas'].map(
	(name, index) => ({
		phone: index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}-group`,
		name,
		isGroup: true,
	}),
);
const CHATS = [
	...GROUPS,
	...people(120).map(({ name, number }) => ({ phone: number, name, isGroup: false })),
].map((chat) => ({ ...chat, archived: 'false', pinned: 'false', unread: '0', isMuted: '0' }));
const CONTACTS = people(140).map(({ name, number }) => ({
	phone: number,
	name,
	short: name.split(' ')[0] ?? '',
	vname: name,
	notify: name,
}));

/** GET …/status: has an error even if all is well. */
export function status(connected: boolean): HttpAnswer {
	return json(200, {
		connected,
		smartphoneConnected: connected,
		error: connected ? 'You are already connected.' : 'You are not connected.',
	});
}

/** GET …/chats?page&pageSize: a bare array. */
export function listChats(request: SandboxRequest): HttpAnswer {
	return page(request, CHATS);
}

/** GET …/contacts?page&pageSize. */
export function listContacts(request: SandboxRequest): HttpAnswer {
	return page(request, CONTACTS);
}

function page({ query }: SandboxRequest, rows: readonly unknown[]): HttpAnswer {
	const size = Math.max(1, queryNumber(query, 'pageSize', 10));
	const start = (Math.max(1, queryNumber(query, 'page', 1)) - 1) * size;
	return json(200, rows.slice(start, start + size));
}

/** POST …/phone-exists-batch: `outputPhone` is always set; a number that WhatsApp does not answer for is left out. */
export function phonesExist(request: SandboxRequest): HttpAnswer {
	const phones = request.jsonObject()['phones'];
	if (!Array.isArray(phones) || phones.length > 50_000) return failure(400, 'Invalid phones');
	return json(
		200,
		phones
			.map(String)
			.filter((inputPhone) => inputPhone !== SPECIAL_NUMBERS.neverConfirms)
			.map((inputPhone) => {
				const found = accountOf(inputPhone);
				return {
					exists: found !== undefined,
					inputPhone,
					outputPhone: found ?? inputPhone,
					lid: found === undefined ? null : `9${found}@lid`,
				};
			}),
	);
}
