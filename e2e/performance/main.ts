import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';

import { format, resolveConfig } from 'prettier';
import { z } from 'zod';

import { ROOT } from '../../sandbox/projectFolder';
import { between } from '../../test/docs/between';
import { installN8n } from '../support/installation';
import { run } from '../support/run';
import { judge } from './goals';
import { measure } from './measure';
import { report, type Machine } from './report';

const PAGE = path.join(ROOT, 'docs/performance.md');
const BEGIN = '<!-- performance: made by npm run e2e:performance -->\n';
const END = '<!-- /performance -->';

/** Compares the node with what n8n itself takes and with its HTTP Request node, and fails where a goal is missed. */
async function main(): Promise<void> {
	const machine = await describeMachine();
	const results = await measure();
	const text = report(results, machine);
	console.log(`\n${text}`);
	await writePage(text);
	if (judge(results).some(({ isReached }) => !isReached)) process.exitCode = 1;
}

async function describeMachine(): Promise<Machine> {
	const installation = await installN8n('current');
	const manifest = path.join(installation.folder, 'node_modules/n8n/package.json');
	const { version } = z
		.object({ version: z.string() })
		.parse(JSON.parse(await readFile(manifest, 'utf8')));
	const [load = 0] = loadavg();
	const cores = cpus();
	return {
		cores: cores.length,
		processor: cores[0]?.model ?? 'unknown',
		load,
		node: (await run(installation.node, ['--version'])).trim().replace('v', ''),
		n8n: version,
		day: new Date().toISOString().slice(0, 10),
	};
}

/** Replaces what an earlier run wrote; what people wrote around it stays. */
async function writePage(text: string): Promise<void> {
	const page = between(await readFile(PAGE, 'utf8'), BEGIN, END, `\n${text}\n\n`);
	const options = await resolveConfig(PAGE);
	await writeFile(PAGE, await format(page, { ...options, filepath: PAGE }));
}

void main();
