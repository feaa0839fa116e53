import path from 'node:path';
import { parseArgs } from 'node:util';

import { providers } from '../nodes/providers';
import { singleNames } from './names';
import { makePackage } from './package';

/** Builds packages for one provider each: `npm run build:single -- <provider>…`, or `--all`. */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			all: { type: 'boolean', default: false },
			out: { type: 'string', default: 'dist-single' },
		},
	});
	const ids = providers.map(({ id }) => id);
	const unknown = positionals.filter((id) => !ids.includes(id));
	if (unknown.length > 0 || (positionals.length === 0 && !values.all)) {
		const problem =
			unknown.length > 0 ? `There is no provider ${unknown.join(', ')}` : 'Name a provider';
		process.stderr.write(`${problem}. Use --all, or one of ${ids.join(', ')}.\n`);
		process.exitCode = 1;
		return;
	}
	const chosen = values.all ? providers : providers.filter(({ id }) => positionals.includes(id));
	await Promise.all(
		chosen.map(async (provider) => {
			const folder = path.join(values.out, provider.id);
			await makePackage(provider, folder);
			process.stdout.write(`${singleNames(provider).packageName}: ${folder}\n`);
		}),
	);
}

void main();
