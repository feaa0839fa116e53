import path from 'node:path';

import type { Installation } from './installation';

/** Turns off every request that n8n would make to other machines, and what it would show of their answers. */
const NOTHING_OUTWARD = {
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_AI_ASSISTANT_BASE_URL: '',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** The current n8n fetches a list of servers; the oldest does not know this module, and won't start if it is named. */
const NO_REGISTRY = { N8N_DISABLED_MODULES: 'mcp-registry' };

/** What an instance on loopback needs, and settings that the machine could otherwise change. */
const ON_LOOPBACK = {
	GENERIC_TIMEZONE: 'UTC',
	N8N_HOST: '127.0.0.1',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_LOG_LEVEL: 'info',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	NO_COLOR: '1',
	NODE_ENV: 'production',
};

/**
 * The whole environment of n8n's processes: from the shell that runs the tests, they get only the paths of programs and
 * temporary files.
 *
 * @param userFolder n8n's N8N_USER_FOLDER, and the home folder
 */
export function environmentOf(installation: Installation, userFolder: string): NodeJS.ProcessEnv {
	return {
		...NOTHING_OUTWARD,
		...ON_LOOPBACK,
		...(installation.release === 'current' ? NO_REGISTRY : {}),
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		PATH: `${path.dirname(installation.node)}:${process.env['PATH'] ?? ''}`,
		TMPDIR: path.join(userFolder, 'tmp'),
	};
}
