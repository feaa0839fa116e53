import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, flatConfigs as importX } from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const SHIPPED = [
	'nodes/**/*.ts',
	'credentials/**/*.ts',
	'single/{describedForOne,wayOf}.ts',
	'single/packages/**/*.ts',
];
const SCRIPTS = ['**/*.{js,mjs}'];
const TYPESCRIPT = ['**/*.{ts,tsx}'];
const NODE_GLOBALS = { __dirname: 'readonly', console: 'readonly', process: 'readonly' };

// What n8n's scan checks, with the exceptions that the scan itself makes
const n8nScan = defineConfig(
	{
		files: ['package.json', ...SHIPPED],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
	},
	{
		files: ['package.json'],
		languageOptions: { parser: tseslint.parser },
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		// The scan does not see inline exceptions, so the shipped source has none
		files: SHIPPED,
		linterOptions: { noInlineConfig: true },
	},
);

const typescript = defineConfig({
	files: TYPESCRIPT,
	extends: [
		tseslint.configs.strictTypeChecked,
		tseslint.configs.stylisticTypeChecked,
		importX.typescript,
	],
	languageOptions: {
		parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		'@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
		'@typescript-eslint/consistent-type-imports': 'error',
		'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
		// Text is spread into its code points, which is what vCard folding and name limits count
		'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
		'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		// A number in a message reads as it should; an object or undefined does not
		'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		'@typescript-eslint/switch-exhaustiveness-check': [
			'error',
			{ considerDefaultExhaustiveForUnions: true },
		],
	},
});

const imports = defineConfig({
	files: [...TYPESCRIPT, ...SCRIPTS],
	extends: [importX.recommended],
	settings: {
		'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.json'] })],
	},
	rules: {
		// The compiler knows types and packages with several entry points; these rules guess
		'import-x/named': 'off',
		'import-x/namespace': 'off',
		'import-x/no-named-as-default': 'off',
		'import-x/no-named-as-default-member': 'off',
		'import-x/no-unresolved': 'off',

		'import-x/first': 'error',
		'import-x/newline-after-import': 'error',
		'import-x/no-cycle': 'error',
		'import-x/no-extraneous-dependencies': 'error',
		'import-x/no-mutable-exports': 'error',
		'import-x/no-self-import': 'error',
		'import-x/no-useless-path-segments': 'error',
		'import-x/order': [
			'error',
			{
				groups: ['builtin', 'external', 'parent', 'sibling', 'index'],
				alphabetize: { order: 'asc', caseInsensitive: true },
			},
		],
	},
});

export default defineConfig(
	globalIgnores(['dist/', 'dist-single/', 'coverage/']),
	{
		files: [...TYPESCRIPT, ...SCRIPTS],
		extends: [js.configs.recommended],
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: { 'no-console': 'error' },
	},
	typescript,
	imports,
	{
		files: [...SHIPPED, 'sandbox/**/*.{ts,tsx}'],
		rules: { 'import-x/no-default-export': 'error' },
	},
	{
		files: SCRIPTS,
		languageOptions: { globals: NODE_GLOBALS },
	},
	{
		files: ['*.js'],
		languageOptions: { sourceType: 'commonjs' },
	},
	{
		// Programs for a terminal: what they print is what they are for
		files: [
			'sandbox/{main,demo,try}.ts',
			'bench/**/*.ts',
			'e2e/**/*.ts',
			'test/checkProvider.ts',
			'.ci/**/*.mjs',
		],
		rules: { 'no-console': 'off' },
	},
	{
		// The scan's own packages are installed beside it, not in the root
		files: ['.ci/scan/*.mjs'],
		rules: { 'import-x/no-extraneous-dependencies': ['error', { packageDir: '.ci/scan' }] },
	},
	{
		files: ['test/**/*.ts', 'e2e/**/*.ts'],
		rules: {
			// `expect.any()` and its like are typed `any`
			'@typescript-eslint/no-unsafe-assignment': 'off',
			// A value that a test is about is named by the test; a wrong one fails it anyway
			'@typescript-eslint/no-non-null-assertion': 'off',
			// A fake has the signature of what it stands for, also where it has nothing to wait for
			'@typescript-eslint/require-await': 'off',
		},
	},
	n8nScan,
	prettier,
);
