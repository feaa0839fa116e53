/** OpenWA's sessions. */
import { numberedNames, uuid } from '../../toolkit/ids';
import { person } from '../../toolkit/people';
import { account } from './account';

export interface OpenWaSession {
	id: string;
	name: string;
	status: 'created' | 'ready' | 'qr_ready' | 'initializing';
	phone: string | null;
	pushName: string | null;
}

/** The server's sessions: more than fit on a page. */
export const SESSIONS: readonly OpenWaSession[] = [
	session(account.session, 'shop', 'ready', 0),
	session(account.secondSession, 'sales', 'ready', 1),
	session(account.startingSession, 'starting', 'initializing', 2),
	session(account.stoppedSession, 'stopped', 'created', 3),
	session(account.unconfirmedSession, 'unconfirmed', 'ready', 4),
	...numberedNames('branch', 130, 3).map((name, index) =>
		session(uuid(`openWa ${name}`), name, 'ready', index + 5),
	),
];

function session(
	id: string,
	name: string,
	status: OpenWaSession['status'],
	index: number,
): OpenWaSession {
	const { name: pushName, number } = person(index);
	const isLinked = status !== 'created';
	return {
		id,
		name,
		status,
		phone: isLinked ? number : null,
		pushName: isLinked ? pushName : null,
	};
}
