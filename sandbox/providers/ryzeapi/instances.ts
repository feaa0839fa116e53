/** RyzeAPI's instances and groups, and its form of an error. */
import { json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { numberedNames } from '../../toolkit/ids';
import { person } from '../../toolkit/people';
import { USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';

export interface RyzeInstance {
	name: string;
	state: 'connected' | 'connecting' | 'disconnected' | 'loggedout';
	owner: number;
}

/** The account's instances; the shops make the list longer than a screen. */
export const INSTANCES: readonly RyzeInstance[] = [
	{ name: account.instance, state: 'connected', owner: 910 },
	{ name: account.secondInstance, state: 'connected', owner: 911 },
	{ name: account.offlineInstance, state: 'disconnected', owner: 912 },
	{ name: 'logged-out', state: 'loggedout', owner: 913 },
	...numberedNames('shop', 28).map((name, index): RyzeInstance => ({
		name,
		state: index % 9 === 8 ? 'connecting' : 'connected',
		owner: 920 + index,
	})),
];

/** An answer with `{success: false, error: {message}}`, the only form that RyzeAPI's guide to errors promises. */
export function ryzeError(status: number, message: string): HttpAnswer {
	return json(status, { success: false, error: { message } }, {}, message);
}

/**
 * GET /api/instance/list: all instances for the account's token, only its own for an instance's. 404 if the filter is an
 * unknown name.
 */
export function listInstances(request: SandboxRequest, ownInstance: string | null): HttpAnswer {
	const filter = (request.query.get('instanceName') ?? '').split(',').filter((name) => name !== '');
	const visible = INSTANCES.filter(({ name }) =>
		ownInstance === null ? filter.length === 0 || filter.includes(name) : name === ownInstance,
	);
	if (ownInstance === null && filter.length === 1 && visible.length === 0)
		return ryzeError(404, 'Instance not found');
	return json(200, {
		success: true,
		message:
			visible.length === 1 ? '1 Instance found' : `${String(visible.length)} Instances found`,
		instances: visible.map(shownInstance),
	});
}

/**
 * GET /api/group/list/:instance. The documentation names the endpoint, but not what it returns: here the groups' IDs and
 * names.
 */
export function listGroups(): HttpAnswer {
	const groups = ['Customers', 'Partners', 'Press'].map((name, index) => ({
		jid: `12036304000001${String(index).padStart(4, '0')}@g.us`,
		name,
	}));
	return json(200, { success: true, message: `${String(groups.length)} Groups found`, groups });
}

/** A path that the API does not have. */
export function unknownPath(): HttpAnswer {
	return text(404, '404 page not found');
}

function shownInstance({ name, state, owner }: RyzeInstance): unknown {
	const { name: profileName, number } = person(owner);
	const connected = state === 'connected';
	return {
		name,
		status: connected ? 'active' : 'inactive',
		connection: {
			state,
			numberJid: connected ? `${number}${USER_SERVER}` : null,
			presenceStatus: 'available',
			displayStatus: connected ? 'Connected' : 'Disconnected',
		},
		profile: { name: profileName, pictureUrl: null, isBusiness: true, businessName: name },
		webhook: null,
		websocket: null,
		chatwoot: null,
		proxy: null,
		settings: {},
		s3: null,
	};
}
