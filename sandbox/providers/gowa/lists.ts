/** GOWA's lists: devices, chats, contacts, groups. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { queryNumber } from '../../toolkit/pages';
import { minutesBefore, people } from '../../toolkit/people';
import { USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import type { GowaDevice } from './devices';
import { gowaError } from './errors';

/** The account's WhatsApp groups: JID and name. */
const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club', 'Project Atlas'].map(
	(name, index) => ({
		jid: index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}@g.us`,
		name,
	}),
);

const CHATS = [
	...GROUPS,
	...people(60).map(({ name, number }) => ({ jid: `${number}${USER_SERVER}`, name })),
].map(({ jid, name }, index) => ({
	jid,
	name,
	last_message_time: minutesBefore(index * 37),
	ephemeral_expiration: 0,
	created_at: minutesBefore(100_000 + index),
	updated_at: minutesBefore(index * 37),
	archived: index % 20 === 19,
}));

const CONTACTS = people(120).map(({ name, number }) => ({ jid: `${number}${USER_SERVER}`, name }));

/** GET /app/info: needs no device. */
export function appInfo(): HttpAnswer {
	return success('Fetch app info success', {
		version: 'v9.2.0',
		os: 'GOWA',
		base_path: '',
		max_file_size: 50000000,
		max_video_size: 100000000,
		max_image_size: 20000000,
		chatwoot_enabled: false,
	});
}

/** GET /devices: `results` is null if there are none. */
export function listDevices(devices: readonly GowaDevice[]): HttpAnswer {
	return success('List devices', devices.length === 0 ? null : devices.map(shownDevice));
}

/** GET /devices/{id}/status: for an unknown ID, GOWA returns a plain error, hence 500. */
export function deviceStatus(devices: readonly GowaDevice[], id: string): HttpAnswer {
	const device = devices.find((candidate) => candidate.id === id);
	if (device === undefined)
		return gowaError(500, 'INTERNAL_SERVER_ERROR', `device ${id} not found`);
	return success('Device status', {
		device_id: id,
		is_connected: device.state === 'logged_in' || device.state === 'connected',
		is_logged_in: device.state === 'logged_in',
	});
}

/** GET /chats?limit=25&offset=0&search=&archived=: limit from 1 to 100. */
export function listChats(request: SandboxRequest): HttpAnswer {
	const limit = queryNumber(request.query, 'limit', 25) || 25;
	const offset = queryNumber(request.query, 'offset', 0);
	const invalid = [
		...(limit < 1
			? ['limit: must be no less than 1']
			: limit > 100
				? ['limit: must be no greater than 100']
				: []),
		...(offset < 0 ? ['offset: must be no less than 0'] : []),
	];
	if (invalid.length > 0) return gowaError(400, 'VALIDATION_ERROR', `${invalid.join('; ')}.`);
	const search = (request.query.get('search') ?? '').toLowerCase();
	const archived = request.query.get('archived');
	const found = CHATS.filter(
		(chat) =>
			chat.name.toLowerCase().includes(search) &&
			(archived === null || archived === '' || String(chat.archived) === archived),
	);
	return success('Success get chat list', {
		data: found.slice(offset, offset + limit),
		pagination: { limit, offset, total: found.length },
	});
}

/** GET /user/my/contacts. */
export function listContacts(): HttpAnswer {
	return success('Success get list contacts', { data: CONTACTS });
}

/** GET /user/my/groups: whatsmeow's own group type, with Go's field names. */
export function listGroups(): HttpAnswer {
	return success('Success get list groups', {
		data: GROUPS.map(({ jid, name }) => ({ JID: jid, Name: name, OwnerJID: '', Participants: [] })),
	});
}

function shownDevice({ state, ...device }: GowaDevice): Record<string, unknown> {
	return { ...device, state: state === 'no-client' ? 'disconnected' : state };
}

function success(message: string, results: unknown): HttpAnswer {
	return json(200, { code: 'SUCCESS', message, results });
}
