import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { providers } from '../../nodes/providers';
import { terminalWidth } from '../../sandbox/demo/table';
import { ROOT } from '../../sandbox/projectFolder';

interface Ended {
	code: number;
	stdout: string;
	stderr: string;
	/** What the demo left in the home folder of the person. */
	leftAtHome: string[];
}

/** Runs the demo as a person does after `npm run build`, with an empty home folder. */
async function runDemo(...flags: string[]): Promise<Ended> {
	const home = mkdtempSync(path.join(tmpdir(), 'demo-home-'));
	const { NODE_ENV: _test, N8N_USER_FOLDER: _folder, ...env } = process.env;
	const { code, stdout, stderr } = await new Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>>(
		(resolve) => {
			execFile(
				process.execPath,
				['--import', 'tsx', 'sandbox/demo.ts', ...flags],
				{ cwd: ROOT, env: { ...env, HOME: home, USERPROFILE: home } },
				(error, out, err) => {
					resolve({ code: error === null ? 0 : Number(error.code), stdout: out, stderr: err });
				},
			);
		},
	);
	const leftAtHome = readdirSync(home);
	rmSync(home, { recursive: true });
	return { code, stdout, stderr, leftAtHome };
}

describe('The demo', () => {
	let ended: Ended;
	beforeAll(async () => {
		ended = await runDemo('--once');
	});

	it('ends well', () => {
		expect([ended.code, ended.code === 0 ? '' : ended.stderr]).toEqual([0, '']);
	});

	it('leaves nothing in the home folder', () => {
		expect(ended.leftAtHome).toEqual([]);
	});

	it.each([
		['Chatvolt', /^Chatvolt +conv-001 +Beatriz Conceição +wamid\./m],
		['Chert', /^Chert +\+447700900910 +ليلى حسن +sent \(Chert gives no ID\)$/m],
		['GOWA', /^GOWA +447700900910 +Dr\. Nkechi Okafor 💙 +3EB0[0-9A-F]{28} +5: phones,$/m],
		['RyzeAPI', /^RyzeAPI +447700900910 +Beatriz Conceição +3EB0[0-9A-F]{16}$/m],
		['Wawp', /^Wawp +447700900910 +Beatriz Conceição +true_447700900910@c\.us_3EB0/m],
	])('shows what went out through %s', (_provider, line) => {
		expect(ended.stdout).toMatch(line);
	});

	it('shows the failure in the table, and in full below it', () => {
		expect(ended.stdout).toMatch(/^GOWA +\+1 202-555-0190 +王小明 +✗ not sent, see below$/m);
		expect(ended.stdout).toContain(
			[
				'✗ GOWA to +1 202-555-0190: not sent',
				'  GOWA refused the card (400 INVALID_JID): Phone 12025550190@s.whatsapp.net is not on whatsapp [item',
				'  2]. Check the number: it has no WhatsApp account.',
			].join('\n'),
		);
	});

	it('shows what GOWA could not send, and where nobody knows', () => {
		expect(ended.stdout).toMatch(/^GOWA +\+44 7700 900502 +عمر الخطيب +✗ not sent, see below$/m);
		expect(ended.stdout).toMatch(/^RyzeAPI +447700900502 +عمر الخطيب +3EB0[0-9A-F]{16}/m);
		expect(ended.stdout).toMatch(
			/^GOWA +\+1 202-555-0110 +佐藤 さくら +✗ may have arrived, see below$/m,
		);
		expect(ended.stdout).toContain('✗ GOWA to +1 202-555-0110: may have arrived\n');
	});

	/** How the rows of a provider begin: its name may go on in the next line. */
	const rowStart = ({ displayName }: { displayName: string }) =>
		(/^[^ .]+\.?/.exec(displayName)?.[0] ?? displayName).replace('.', '\\.');

	it.each(providers.map((provider) => [provider.displayName, provider] as const))(
		'sends through %s',
		(_name, provider) => {
			expect(ended.stdout).toMatch(new RegExp(`^${rowStart(provider)} {2,}(?!.*✗)\\S`, 'm'));
		},
	);

	it('counts at the end', () => {
		const names = providers.map(rowStart);
		const rows = ended.stdout.match(new RegExp(`^(?:${names.join('|')}) {2,}`, 'gm')) ?? [];
		const [, cards, notSent, unclear] =
			new RegExp(
				`^(\\d+) cards with \\d+ contacts sent through ${providers.length} providers in [\\d.]+ s\\.\\nOn purpose, (\\d+) could not be sent, and (\\d+) may have arrived\\.\\n$`,
				'm',
			).exec(ended.stdout) ?? [];
		expect(Number(cards) + Number(notSent) + Number(unclear)).toBe(rows.length);
	});

	it('fits into 100 columns', () => {
		const tooWide = ended.stdout.split('\n').filter((line) => terminalWidth(line) > 100);
		expect(tooWide).toEqual([]);
	});

	it('has nothing but its own lines on stdout', () => {
		expect(ended.stdout).not.toMatch(/encryption key|n8n|undefined|\[object/i);
	});
});

it('The demo ends by itself where no terminal is attached', async () => {
	const { code, stdout } = await runDemo();
	expect(code).toBe(0);
	expect(stdout).not.toContain('Ctrl+C');
});

it('The demo lists its flags', async () => {
	const { code, stdout } = await runDemo('--help');
	expect(code).toBe(0);
	expect(stdout).toContain('npm start -- [--once]');
});

it('The demo refuses a flag that it does not know', async () => {
	const { code, stderr } = await runDemo('--forever');
	expect(code).toBe(1);
	expect(stderr).toContain("Unknown option '--forever'");
});
