import path from 'node:path';
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import glob from 'fast-glob';

/** What n8n's scan looks at in a published package. */
const PACKAGE_FILE_PATTERNS = ['**/*.js', 'package.json'];

/** The findings in the source, as n8n's scan reads it from the repository. */
export const scanSource = (folder) => scan('source', folder, SOURCE_FILE_PATTERNS);

/** The findings in the files that npm would publish. */
export const scanPackage = (folder) => scan('package', folder, PACKAGE_FILE_PATTERNS);

/** The same, by the scan's rules alone: half the time, for packages that are made as one was that passed the scan itself. */
export const lintPackage = async (folder) =>
	labelled('package', await lint(folder, PACKAGE_FILE_PATTERNS));

async function scan(label, folder, patterns) {
	const verdict = await analyzePackage(folder, patterns);
	const findings = await lint(folder, patterns);
	if (!verdict.passed && findings.length === 0) findings.push(verdict.message);
	return labelled(label, findings);
}

const labelled = (label, findings) => findings.map((finding) => `${label}: ${finding}`);

/** The same rules once more, because the scan itself lets warnings pass. */
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
