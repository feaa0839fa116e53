import { createServer, type Server } from 'node:http';

import { portOf } from '../../sandbox/connection';
import { ANA, sendGowa, sendWawp, vcard } from './cards';
import { openForTests } from './opened';

const inbox = openForTests();

/** What a page would do to itself if any of this were taken for markup or script. */
const SCRIPTS = [
	'<script>document.title="owned"</script>',
	'<img src=x onerror=\'document.title="owned"\'>',
	'"><svg onload=\'document.title="owned"\'>',
	'<a href="javascript:document.title=1">Zoë</a>',
	'</title><iframe src="//elsewhere.example">',
];

describe('What a stranger puts into a card', () => {
	it('is shown as text, in the list, the card, its details and the log', async () => {
		for (const name of SCRIPTS) {
			await sendGowa(inbox.sandbox, { contact_name: name });
			await sendWawp(inbox.sandbox, [
				vcard(
					`N:;${name};;;`,
					`FN:${name}`,
					`ORG:${name}`,
					`NOTE:${name}`,
					`URL:javascript:document.title="owned"`,
					`TEL:${name}`,
				),
			]);
			await sendGowa(inbox.sandbox, { phone: `0${name}`, contact_name: name });
		}
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/2`);
		for (const tab of ['Contact', 'vCard', 'Request', 'Response']) {
			await page.getByRole('tab', { name: tab }).click();
		}
		for (const name of SCRIPTS) {
			expect(
				await page.locator('.message').getByText(name, { exact: true }).count(),
			).toBeGreaterThan(0);
		}
		await page.getByRole('link', { name: /Refused/ }).click();
		await page.locator('.refusal').first().waitFor();
		expect(await page.title()).toBe('(5) Contact card inbox');
		expect(
			await page
				.locator('iframe, .message script, .message a, .details a[href^=javascript]')
				.count(),
		).toBe(0);
		expect([inbox.complaints, inbox.elsewhere]).toEqual([[], []]);
	});

	it('does not turn the text around it, and is named in the vCard', async () => {
		const name = 'Zoë \u202Egnp.exe';
		await sendGowa(inbox.sandbox, { contact_name: name });
		const page = await inbox.open(`#/chat/gowa/${ANA}/card/1`);
		const shown = page.locator('.message strong bdi');
		expect(await shown.innerText()).toBe(name);
		expect(
			await page.evaluate(
				'getComputedStyle(document.querySelector(".message strong bdi")).unicodeBidi',
			),
		).toBe('isolate');
		await page.getByText('A name with hidden characters').waitFor();
		await page.getByRole('tab', { name: 'vCard' }).click();
		expect(await page.locator('.source mark').first().innerText()).toBe('U+202E');
	});

	it.each([
		['of 10,000 letters', 'W'.repeat(10_000)],
		['of 10,000 words', 'Zoë Lindqvist '.repeat(715)],
		['of 2,000 stacked accents', `Z${'\u0301'.repeat(2000)}oë`],
	])('does not break the page with a name %s', async (_what, name) => {
		await sendGowa(inbox.sandbox, { contact_name: name });
		for (const width of [1360, 375]) {
			const page = await inbox.open(`#/chat/gowa/${ANA}`, { width });
			await page.locator('.message').waitFor();
			expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
			expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(
				true,
			);
			const box = await page.locator('.message').boundingBox();
			expect(box?.height).toBeLessThan(260);
		}
	});

	it('loads nothing from elsewhere', async () => {
		await sendWawp(inbox.sandbox, [
			vcard(
				'FN:Zoë',
				'PHOTO;VALUE=uri:https://elsewhere.example/zoe.jpg',
				'LOGO:https://elsewhere.example/logo.png',
			),
			vcard('FN:Karim', 'PHOTO:data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+'),
		]);
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/1`);
		await page.getByRole('button', { name: 'View all' }).click();
		await page.getByRole('tab', { name: 'vCard' }).click();
		expect(await page.locator('img').count()).toBe(0);
		expect([inbox.complaints, inbox.elsewhere]).toEqual([[], []]);
	});
});

describe('A page from elsewhere, open in the same browser', () => {
	let attacker: Server;
	let address: string;

	beforeAll(async () => {
		attacker = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			response.end('<!doctype html><title>Elsewhere</title>');
		});
		await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
		address = `http://localhost:${String(portOf(attacker.address()))}`;
	});
	afterAll(() => attacker.close());

	it('reads nothing and changes nothing', async () => {
		await sendGowa(inbox.sandbox);
		const page = await inbox.open();
		await page.goto(address);
		const tried = await page.evaluate<string[]>(`(async (url) => {
			const outcome = async (work) => { try { return await work(); } catch (error) { return 'failed'; } };
			return [
				await outcome(async () => (await fetch(url + '/_sandbox/deliveries')).text()),
				await outcome(async () => (await fetch(url + '/_sandbox/inbox/state', { credentials: 'include' })).text()),
				await outcome(async () => (await fetch(url + '/_sandbox/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"kind":"401"}' })).text()),
				await outcome(async () => { await fetch(url + '/_sandbox/faults', { method: 'POST', mode: 'no-cors', body: '{"kind":"401"}' }); return 'sent'; }),
				await outcome(async () => (await fetch(url + '/_sandbox/deliveries', { method: 'DELETE' })).text()),
				await outcome(() => new Promise((resolve) => { const source = new EventSource(url + '/_sandbox/inbox/events'); source.onmessage = () => resolve('told'); source.onerror = () => resolve('failed'); })),
				await outcome(() => new Promise((resolve) => { const script = document.createElement('script'); script.src = url + '/_sandbox/inbox/inbox.js'; script.onload = () => resolve('loaded'); script.onerror = () => resolve('failed'); document.head.append(script); })),
			];
		})(${JSON.stringify(inbox.sandbox.url)})`);
		expect(tried).toEqual(['failed', 'failed', 'failed', 'sent', 'failed', 'failed', 'failed']);
		expect([inbox.sandbox.count(), inbox.sandbox.faults()]).toEqual([1, []]);
	});

	it('cannot show the inbox in a frame', async () => {
		const page = await inbox.open();
		await page.goto(address);
		const refused = page.waitForEvent('console', (message) =>
			message.text().includes('frame-ancestors'),
		);
		await page.setContent(`<iframe src="${inbox.sandbox.url}/"></iframe>`);
		await refused;
		expect(await page.frameLocator('iframe').locator('.app').count()).toBe(0);
	});
});
