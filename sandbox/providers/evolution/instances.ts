import { createHash } from 'node:crypto';
import { EVOLUTION } from '../accounts';
import { minutesBefore, person } from '../data/people';
import { json, type Answer } from '../http';
import { USER_SERVER } from './whatsapp';

export interface EvolutionInstance {
	name: string;
	state: 'open' | 'connecting' | 'close';
	integration: 'WHATSAPP-BAILEYS' | 'WHATSAPP-BUSINESS';
	owner: number;
	/** False where the server knows it and has not loaded it. */
	loaded: boolean;
}

const baileys = { state: 'open', integration: 'WHATSAPP-BAILEYS', loaded: true } as const;

/** The server's instances; the shops are there so that a list is longer than a screen. */
export const INSTANCES: readonly EvolutionInstance[] = [
	{ ...baileys, name: EVOLUTION.instance, owner: 930 },
	{ ...baileys, name: EVOLUTION.secondInstance, owner: 931 },
	{ ...baileys, name: EVOLUTION.closedInstance, owner: 932, state: 'close' },
	{ ...baileys, name: EVOLUTION.metaInstance, owner: 933, integration: 'WHATSAPP-BUSINESS' },
	{ ...baileys, name: EVOLUTION.unloadedInstance, owner: 934, loaded: false },
	...Array.from({ length: 28 }, (_, index): EvolutionInstance => ({
		...baileys,
		name: `shop-${String(index + 1).padStart(2, '0')}`,
		owner: 940 + index,
		state: index % 9 === 8 ? 'connecting' : 'open',
	})),
];

/** The answer with `{status, error, response: {message}}`. */
export function evolutionError(status: number, error: string, message: unknown): Answer {
	const reason = typeof message === 'string' ? message : JSON.stringify(message);
	return json(status, { status, error, response: { message } }, {}, reason);
}

/** GET /instance/fetchInstances: rows of the database, tokens too; with an instance's token, its own alone. */
export function listInstances(own: string | null): Answer {
	return json(200, INSTANCES.filter(({ name }) => own === null || name === own).map(shown));
}

function shown({ name, state, integration, owner }: EvolutionInstance): unknown {
	const { name: profileName, number } = person(owner);
	const hex = createHash('sha256').update(name).digest('hex');
	return {
		id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
		name,
		connectionStatus: state,
		ownerJid: `${number}${USER_SERVER}`,
		profileName,
		profilePicUrl: null,
		integration,
		number: null,
		token: name === EVOLUTION.instance ? EVOLUTION.instanceToken : hex.slice(0, 32).toUpperCase(),
		clientName: 'evolution_exchange',
		disconnectionReasonCode: null,
		createdAt: minutesBefore(50_000 + owner),
		updatedAt: minutesBefore(owner),
		_count: { Message: owner, Contact: 10, Chat: 5 },
	};
}
