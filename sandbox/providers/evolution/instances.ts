/** Evolution's instances, and its form of an error. */
import { json, type HttpAnswer } from '../../toolkit/http';
import { hexId, numberedNames, uuid } from '../../toolkit/ids';
import { minutesBefore, person } from '../../toolkit/people';
import { USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';

export interface EvolutionInstance {
	name: string;
	state: 'open' | 'connecting' | 'close';
	integration: 'WHATSAPP-BAILEYS' | 'WHATSAPP-BUSINESS';
	owner: number;
	/** False if the server knows it, but has not loaded it. */
	loaded: boolean;
}

const baileys = { state: 'open', integration: 'WHATSAPP-BAILEYS', loaded: true } as const;

/** The server's instances; the shops make the list longer than a screen. */
export const INSTANCES: readonly EvolutionInstance[] = [
	{ ...baileys, name: account.instance, owner: 930 },
	{ ...baileys, name: account.secondInstance, owner: 931 },
	{ ...baileys, name: account.closedInstance, owner: 932, state: 'close' },
	{ ...baileys, name: account.metaInstance, owner: 933, integration: 'WHATSAPP-BUSINESS' },
	{ ...baileys, name: account.unloadedInstance, owner: 934, loaded: false },
	{ ...baileys, name: account.unlicensedInstance, owner: 935 },
	...numberedNames('shop', 28).map((name, index): EvolutionInstance => ({
		...baileys,
		name,
		owner: 940 + index,
		state: index % 9 === 8 ? 'connecting' : 'open',
	})),
];

/** An answer with `{status, error, response: {message}}`. */
export function evolutionError(status: number, error: string, message: unknown): HttpAnswer {
	const reason = typeof message === 'string' ? message : JSON.stringify(message);
	return json(status, { status, error, response: { message } }, {}, reason);
}

/** Version 2.4's answer to everything until it is licensed. */
export function licenseRequired(): HttpAnswer {
	return json(
		503,
		{
			error: 'service not activated',
			code: 'LICENSE_REQUIRED',
			register_url: 'http://localhost:8080/manager/login',
			instance_id: uuid('license'),
			docs_url: 'https://doc.evolution-api.com',
			message: 'License required. Open the manager to activate your license.',
		},
		{},
		'LICENSE_REQUIRED',
	);
}

/** GET /instance/fetchInstances: rows of the database, including tokens; with an instance's token, only its own row. */
export function listInstances(own: string | null): HttpAnswer {
	return json(200, INSTANCES.filter(({ name }) => own === null || name === own).map(shown));
}

function shown({ name, state, integration, owner }: EvolutionInstance): unknown {
	const { name: profileName, number } = person(owner);
	return {
		id: uuid(name),
		name,
		connectionStatus: state,
		ownerJid: `${number}${USER_SERVER}`,
		profileName,
		profilePicUrl: null,
		integration,
		number: null,
		token: name === account.instance ? account.instanceToken : hexId(name, 32).toUpperCase(),
		clientName: 'evolution_exchange',
		disconnectionReasonCode: null,
		createdAt: minutesBefore(50_000 + owner),
		updatedAt: minutesBefore(owner),
		_count: { Message: owner, Contact: 10, Chat: 5 },
	};
}
