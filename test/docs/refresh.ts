import { refresh } from './generated';

const changed = refresh();
process.stdout.write(
	changed.length === 0
		? 'Everything is up to date.\n'
		: `Refreshed:\n${changed.map((file) => `  ${file}\n`).join('')}`,
);
