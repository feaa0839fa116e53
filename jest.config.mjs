/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testSequencer: '<rootDir>/jest.sequencer.js',
	testTimeout: 30_000,
	maxWorkers: 2,
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
	},
	// Counts every branch of the TypeScript source, an absent `else` too, and none that swc adds
	coverageProvider: 'babel',
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageDirectory: 'coverage',
	coverageReporters: ['text', 'lcov'],
	coverageThreshold: { './nodes/': { lines: 95, branches: 95 } },
};
