import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../../sandbox/projectFolder';
import { PROVIDER_IDS, providerOf } from '../../sandbox/registry';
import { readContactFile, sampleContact } from '../../sandbox/try/contactFile';
import { providerId } from '../../sandbox/try/providerId';
import { tryCard } from '../../sandbox/try/tryCard';
import { PROVIDER_ROWS } from '../support/providerRows';

const IDS = PROVIDER_IDS.join(', ');
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'try-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
	const place = path.join(folder, name);
	writeFileSync(place, content);
	return place;
}

async function lines(provider: string, contact = sampleContact()): Promise<string> {
	return (await tryCard(providerId(provider), contact)).lines.join('\n');
}

/** Runs the command as `npm run try` does after the build. */
async function run(...args: string[]): Promise<[code: number, stdout: string, stderr: string]> {
	return await new Promise((resolve) => {
		const env = { ...process.env, INIT_CWD: folder };
		execFile(
			process.execPath,
			['--import', 'tsx', 'sandbox/try.ts', ...args],
			{ cwd: ROOT, env },
			(error, stdout, stderr) => resolve([error === null ? 0 : Number(error.code), stdout, stderr]),
		);
	});
}

describe('One card through one provider', () => {
	it('shows the request, the answer and the card as the phone gets it', async () => {
		const text = await lines('gowa');
		expect(text).toMatch(/^REQUEST\n {2}POST \/gowa\/send\/contact\n/);
		expect(text).toContain('\n  authorization: ***\n');
		expect(text).toContain('"contact_phone": "447700900456"');
		expect(text).toMatch(/\nANSWER\n {2}200\n {2}\{\n {4}"code": "SUCCESS",/);
		expect(text).toContain(`
CARD for 447700900001@s.whatsapp.net
  Name    Citra Barros
  Number  +447700900456, CELL, WhatsApp ID 447700900456
  vCard
    BEGIN:VCARD
    VERSION:3.0
    N:;Citra Barros;;;
    FN:Citra Barros
    TEL;type=CELL;waid=447700900456:+447700900456
    END:VCARD

SENT to 447700900001@s.whatsapp.net
  Warning, emails: GOWA sends only name and one phone; 1 email was left out
`);
	});

	it.each(PROVIDER_IDS)('arrives through %s, and shows no secret', async (id) => {
		const { lines: printed, sent } = await tryCard(id, sampleContact());
		const text = printed.join('\n');
		expect(sent).toBe(true);
		expect(text).toContain('  Name    Citra Barros\n');
		const credential: Record<string, unknown> = { ...providerOf(id).credentials('') };
		for (const field of PROVIDER_ROWS[id].secrets)
			expect(text).not.toContain(String(credential[field]));
	});

	it('is that of a .vcf file, whose text n8n does not evaluate', async () => {
		const vcard = file(
			'ana.vcf',
			'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:={{ 1 + 1 }}\r\nTEL:+44 7700 900123\r\nEND:VCARD\r\n',
		);
		const text = await lines('waha', readContactFile(vcard));
		expect(text).toContain(
			'  Name    ={{ 1 + 1 }}\n  Number  +447700900123, WhatsApp ID 447700900123\n',
		);
	});

	it('is that of a .json file, with a byte order mark too', async () => {
		const json = file('ana.json', '\uFEFF{"fullName":"Ana Souza","phoneNumber":"+44 7700 900124"}');
		expect(await lines('evolution', readContactFile(json))).toContain('  Name    Ana Souza\n');
	});

	it('shows control characters of a name instead of sending them to the terminal', async () => {
		const vcard = file(
			'bell.vcf',
			'BEGIN:VCARD\nVERSION:3.0\nFN:A\u001B[31mna\nTEL:+447700900123\nEND:VCARD\n',
		);
		const text = await lines('gowa', readContactFile(vcard));
		expect(text).not.toContain('\u001B');
	});

	it('says why it was not sent', async () => {
		const json = file('nobody.json', '{"hello":"world"}');
		const attempt = await tryCard('telegram', readContactFile(json));
		expect(attempt.sent).toBe(false);
		expect(attempt.lines.join('\n')).toMatch(
			/^No request was made\.\n\nNo card arrived\.\n\nNOT SENT: The JSON is not a contact/,
		);
	});
});

describe('npm run try', () => {
	it('sends, and knows a provider in any capitals', async () => {
		const [code, stdout, stderr] = await run(
			'GOWA',
			'--contact',
			path.basename(
				file('b.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Bea\nTEL:+447700900125\nEND:VCARD'),
			),
		);
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toContain('  Name    Bea\n');
	});

	it('ends with code 1 where the card was not sent', async () => {
		const [code, stdout] = await run('gowa', '--contact', file('c.json', 'no JSON'));
		expect(code).toBe(1);
		expect(stdout).toContain('NOT SENT: ');
	});

	it.each([
		[[], `Name a provider. Choose one of ${IDS}.\n`],
		[['whatsapp'], `There is no provider "whatsapp". Choose one of ${IDS}.\n`],
		[['gowa', 'waha'], 'Name one provider, not gowa, waha.\n'],
	])('%j says what is missing', async (args, message) => {
		expect(await run(...args)).toEqual([1, '', message]);
	});

	it('says which file is missing', async () => {
		expect(await run('gowa', '--contact', 'nobody.vcf')).toEqual([
			1,
			'',
			`nobody.vcf can't be read: there is no such file in ${folder}.\n`,
		]);
	});
});

describe('A contact file', () => {
	it('may be a .vcf file or a .json file, and has to hold something', () => {
		expect(() => readContactFile('ana.pdf')).toThrow(
			'ana.pdf is neither a .vcf file nor a .json file.',
		);
		const empty = file('empty.vcf', '');
		expect(() => readContactFile(empty)).toThrow(`${empty} is empty.`);
		const place = path.join(folder, 'folder.vcf');
		mkdirSync(place);
		expect(() => readContactFile(place)).toThrow(`${place} can't be read: it is a folder.`);
	});
});
