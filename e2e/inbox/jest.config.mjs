import base from '../jest.config.mjs';

/**
 * The inbox alone, which needs a browser and no n8n: npx jest -c e2e/inbox/jest.config.mjs
 *
 * @type {import('jest').Config}
 */
export default {
	...base,
	globalSetup: undefined,
	rootDir: '../..',
	testMatch: ['<rootDir>/e2e/inbox/*.test.ts'],
	testTimeout: 30_000,
	// n8n's engine, which sends the samples, keeps a timer
	forceExit: true,
};
