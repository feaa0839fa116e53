import base from '../jest.config.mjs';

const { moduleNameMapper, modulePathIgnorePatterns, testEnvironment, testSequencer, transform } =
	base;

/** @type {import('jest').Config} */
export default {
	rootDir: '..',
	testEnvironment,
	testSequencer,
	moduleNameMapper,
	modulePathIgnorePatterns,
	transform,
	testMatch: ['<rootDir>/e2e/**/*.test.ts'],
	// A start of n8n takes seconds, or a minute where the machine is busy
	testTimeout: 600_000,
	// Several n8n at once would only slow each other
	maxWorkers: 1,
	globalSetup: '<rootDir>/e2e/support/setUp.ts',
	setupFilesAfterEnv: ['<rootDir>/e2e/support/retry.ts'],
	// n8n's embedded engine keeps timers of its own
	forceExit: true,
	verbose: true,
};
