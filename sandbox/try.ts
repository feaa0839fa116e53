/** `npm run try`: sends one card through one provider and prints the request, the answer and the card. */
import { parseArgs } from 'node:util';
import { PROVIDER_IDS } from './registry';
import { readContactFile, sampleContact } from './try/contactFile';
import { providerId } from './try/providerId';

const HELP = `npm run try -- <provider> [--contact <file>]

Sends one contact card through a provider, from n8n's own engine to a sandbox on this machine, and prints the request
(secrets hidden), the answer, and the card as the phone gets it. Nothing leaves this machine.

  <provider>  ${PROVIDER_IDS.join(', ')}
  --contact   a .vcf or .json file; a sample contact by default
`;

/** @returns the exit code: 0 when the card was sent */
async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { contact: { type: 'string' }, help: { type: 'boolean', default: false } },
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const [name = '', ...more] = positionals;
	if (more.length > 0) throw new Error(`Name one provider, not ${positionals.join(', ')}.`);
	const id = providerId(name);
	const contact = values.contact === undefined ? sampleContact() : readContactFile(values.contact);
	// n8n's engine takes seconds to load
	const { tryCard } = await import('./try/tryCard.js');
	const { lines, sent } = await tryCard(id, contact);
	process.stdout.write(`${lines.join('\n')}\n`);
	return sent ? 0 : 1;
}

/** Exits once all output is written; n8n's engine keeps a timer that would prevent it. */
function end(exitCode: number): void {
	process.stdout.write('', () => process.exit(exitCode));
}

main()
	.then(end)
	.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		end(1);
	});
