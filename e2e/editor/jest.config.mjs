import root from '../../jest.config.mjs';

/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	rootDir: '../..',
	testMatch: ['<rootDir>/e2e/editor/*.test.ts'],
	testTimeout: 60_000,
	moduleNameMapper: root.moduleNameMapper,
	transform: root.transform,
};
