/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testSequencer: '<rootDir>/jest.sequencer.js',
	testTimeout: 30_000,
	maxWorkers: 2,
	// n8n's engine keeps a timer for SSH connections as long as the process lives
	forceExit: true,
	// Packages of one provider, with the names of those in single/packages
	modulePathIgnorePatterns: ['<rootDir>/dist-single/'],
	// TypeScript takes an import of `….node` for a native addon, so tests name the file by its compiled ending
	moduleNameMapper: { '^(\\.{1,2}/.*)\\.node\\.js$': '$1.node.ts' },
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
	coverageThreshold: { './nodes/': { lines: 95, branches: 90 } },
};
