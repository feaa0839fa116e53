import path from 'node:path';
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import glob from 'fast-glob';

/** The files that n8n's scan reads in a published package. */
const PACKAGE_FILE_PATTERNS = ['**/*.js', 'package.json'];

/** The findings in the source, as n8n's scan reads it from the repository. */
export const scanSource = (folder) => scan('source', folder, SOURCE_FILE_PATTERNS);

/** The findings in the files that npm would publish. */
export const scanPackage = (folder) => scan('package', folder, PACKAGE_FILE_PATTERNS);

/** The same with only the scan's rules: takes half the time, for packages built like one that passed the whole scan. */
export const lintPackage = async (folder) =>
	labelled('package', await lint(folder, PACKAGE_FILE_PATTERNS));

async function scan(label, folder, patterns) {
	const verdict = await analyzePackage(folder, patterns);
	const findings = await lint(folder, patterns);
	if (!verdict.passed && findings.length === 0) findings.push(verdict.message);
	return labelled(label, findings);
}

const labelled = (label, findings) => findings.map((finding) => `${label}: ${finding}`);

/** Runs the same rules again, because the scan itself ignores warnings. */
async function lint(folder, patterns) {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const files = await glob(patterns, { cwd: folder, ignore: ['node_modules/**'] });
	if (files.length === 0) throw new Error(`Nothing to scan in ${folder}`);

	const results = await eslint.lintFiles(files);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(({ line, column, severity, message, ruleId }) => {
			const place = `${path.relative(folder, filePath)}:${line}:${column}`;
			return `${place} ${severity === 2 ? 'error' : 'warning'} ${message} (${ruleId})`;
		}),
	);
}
