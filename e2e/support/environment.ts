import path from 'node:path';

import type { Installation } from './installation';

/** What n8n would ask of hosts that are not this machine, and what it would show of their answers. */
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

/** A list of servers that the current n8n fetches; the oldest has no such module, and starts with none that it does not know. */
const NO_REGISTRY = { N8N_DISABLED_MODULES: 'mcp-registry' };

/** What an instance on loopback needs, and defaults that the machine could change. */
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
 * The whole environment of n8n's processes: nothing of the shell that runs the tests reaches them but where programs
 * and temporary files lie.
 *
 * @param userFolder what n8n calls N8N_USER_FOLDER, and takes for the home folder too
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
