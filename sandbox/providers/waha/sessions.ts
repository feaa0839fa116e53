/** WAHA's sessions. */
import { numberedNames } from '../../toolkit/ids';
import { person } from '../../toolkit/people';
import { account } from './account';

/** The engines that can send contact cards. */
export type SendingEngine = 'GOWS' | 'NOWEB' | 'WPP';

export interface WahaSession {
	name: string;
	status: 'STOPPED' | 'STARTING' | 'SCAN_QR_CODE' | 'WORKING' | 'FAILED';
	engine: SendingEngine | 'WEBJS';
	/** Answers like the versions of 2024. */
	old?: boolean;
}

/** The server's sessions, each with its own engine, version or state. */
export const SESSIONS: readonly WahaSession[] = [
	{ name: account.session, status: 'WORKING', engine: 'GOWS' },
	{ name: account.secondSession, status: 'WORKING', engine: 'GOWS' },
	{ name: account.nowebSession, status: 'WORKING', engine: 'NOWEB' },
	{ name: account.silentSession, status: 'WORKING', engine: 'NOWEB', old: true },
	{ name: account.wppSession, status: 'WORKING', engine: 'WPP' },
	{ name: account.webjsSession, status: 'WORKING', engine: 'WEBJS' },
	{ name: account.oldWebjsSession, status: 'WORKING', engine: 'WEBJS', old: true },
	{ name: account.unpairedSession, status: 'SCAN_QR_CODE', engine: 'GOWS' },
	{ name: account.startingSession, status: 'STARTING', engine: 'GOWS' },
	{ name: account.failedSession, status: 'FAILED', engine: 'GOWS' },
	{ name: account.stoppedSession, status: 'STOPPED', engine: 'GOWS' },
	// Other accounts, so that there is something to search
	...numberedNames('branch', 30).map((name): WahaSession => ({
		name,
		status: 'WORKING',
		engine: 'GOWS',
	})),
];

/** A session as GET /api/sessions lists it. */
export function shownSession({ name, status, engine }: WahaSession, index: number): unknown {
	const { name: pushName, number } = person(900 + index);
	return {
		name,
		status,
		config: { webhooks: [] },
		me: status === 'WORKING' ? { id: `${number}@c.us`, pushName } : null,
		engine: { engine },
	};
}
