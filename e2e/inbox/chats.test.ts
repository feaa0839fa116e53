import type { Locator } from 'playwright-core';

import { ANA, GROUP, sendChert, sendGowa, sendWawp, sendWawpText, vcard } from './cards';
import { openForTests } from './opened';

const inbox = openForTests();
const ZOE = vcard(
	'N:Lindqvist;Zoë;;;',
	'FN:Zoë Lindqvist',
	'TEL;type=CELL;waid=447700900302:+44 7700 900302',
);
const KARIM = vcard('N:Haddad;Karim;;;', 'FN:Karim Haddad', 'TEL:+44 7700 900303');

/** The texts of all elements that match, each on one line. */
async function texts(locator: Locator): Promise<string[]> {
	return (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

describe('The list of chats', () => {
	it('has a chat for each recipient, with its provider and unread messages', async () => {
		await sendGowa(inbox.sandbox, { contact_name: 'Karim' });
		await sendGowa(inbox.sandbox);
		await sendWawp(inbox.sandbox, [ZOE]);
		const page = await inbox.open();
		expect(await texts(page.locator('.chat-row .chat-title'))).toEqual([
			'+44 7700 900301',
			'+44 7700 900301',
		]);
		expect(await texts(page.locator('.chat-row .chat-preview'))).toEqual([
			'Zoë Lindqvist',
			'Zoë Lindqvist',
		]);
		expect(await texts(page.locator('.chat-row .badge'))).toEqual(['Wawp', 'GOWA']);
		expect(await page.getByRole('link', { name: /GOWA.*2 unread messages/ }).count()).toBe(1);
		expect(await page.title()).toBe('(3) Contact card inbox');
	});

	it('counts a chat as read once it has been opened, even after a reload', async () => {
		await sendGowa(inbox.sandbox);
		const page = await inbox.open();
		await page.getByRole('link', { name: /1 unread message/ }).click();
		await page.locator('.chat-row[aria-current]').waitFor();
		await page.locator('.chat-row .unread').waitFor({ state: 'detached' });
		await page.reload();
		await page.locator('.chat-row').waitFor();
		expect(await page.locator('.chat-row .unread').count()).toBe(0);
		await sendGowa(inbox.sandbox, { phone: '447700900399' });
		await page.locator('.unread').waitFor();
		expect(await page.title()).toBe('(1) Contact card inbox');
	});

	it('shows new cards without a reload, and announces them to screen readers', async () => {
		const page = await inbox.open();
		await page.getByText('No cards yet', { exact: true }).waitFor();
		await sendGowa(inbox.sandbox);
		await page.locator('.chat-row').waitFor();
		await page
			.getByRole('log', { name: 'News' })
			.getByText('New card: Zoë Lindqvist, for +44 7700 900301')
			.waitFor();
		await page.locator('.chat-row').click();
		await page.getByRole('article', { name: 'Zoë Lindqvist' }).waitFor();
		await sendGowa(inbox.sandbox, { contact_name: 'Karim Haddad' });
		await page.getByRole('article', { name: 'Karim Haddad' }).waitFor();
	});

	it.each([
		['lindqvist', 'Zoë Lindqvist'],
		['7700 900303', 'Karim Haddad'],
		['imessage', 'Inês Silva'],
		['wawp', 'Karim Haddad'],
	])('is searched for %s', async (search, found) => {
		await sendGowa(inbox.sandbox);
		await sendWawp(inbox.sandbox, [KARIM]);
		await sendChert(inbox.sandbox, { full_name: 'Inês Silva' });
		const page = await inbox.open();
		await page.keyboard.press('/');
		await page.keyboard.type(search);
		await page.getByText('1 chat found').waitFor({ state: 'attached' });
		expect(await texts(page.locator('.chat-preview'))).toEqual([found]);
		await page.getByRole('searchbox').fill('nobody at all');
		await page.getByText('Nothing found.').waitFor();
	});

	it('can be filtered by provider', async () => {
		await sendGowa(inbox.sandbox);
		await sendWawp(inbox.sandbox, [KARIM]);
		const page = await inbox.open();
		await page.getByRole('button', { name: 'Wawp' }).click();
		expect(await texts(page.locator('.chat-row .badge'))).toEqual(['Wawp']);
	});
});

describe('A card', () => {
	it('has “Message” with a WhatsApp ID, “Invite” without, and “Add to contacts”', async () => {
		await sendWawp(inbox.sandbox, [ZOE]);
		await sendWawp(inbox.sandbox, [KARIM]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const zoe = page.getByRole('article', { name: 'Zoë Lindqvist' });
		const karim = page.getByRole('article', { name: 'Karim Haddad' });
		await karim.waitFor();
		expect(await texts(zoe.locator('.actions button'))).toEqual([
			'Message : Zoë Lindqvist',
			'Add to contacts : Zoë Lindqvist',
		]);
		expect(await texts(karim.locator('.actions button'))).toEqual([
			'Invite : Karim Haddad',
			'Add to contacts : Karim Haddad',
		]);
		await zoe.getByRole('button', { name: 'Message' }).click();
		await page
			.getByText('this opens a chat with Zoë Lindqvist: WhatsApp ID 447700900302')
			.waitFor();
		await karim.getByRole('button', { name: 'Invite' }).click();
		await page.getByText('this invites Karim Haddad to WhatsApp').waitFor();
	});

	it('with several contacts is a stack that opens', async () => {
		await sendWawp(inbox.sandbox, [ZOE, KARIM, vcard('FN:Inês Silva')]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const card = page.getByRole('article', { name: '3 contacts' });
		expect(await texts(card.locator('small'))).toEqual(['Zoë Lindqvist and 2 others']);
		const all = card.getByRole('button', { name: 'View all' });
		expect(await all.getAttribute('aria-expanded')).toBe('false');
		await all.click();
		expect(await texts(card.locator('.contacts strong'))).toEqual([
			'Zoë Lindqvist',
			'Karim Haddad',
			'Inês Silva',
		]);
		expect(await card.getByRole('button', { name: /^Message.*Zoë Lindqvist/ }).count()).toBe(1);
		await card.getByRole('button', { name: 'Show less' }).click();
		expect(await card.locator('.contacts').count()).toBe(0);
	});

	it('shows which card it replies to, that it was forwarded, and when it disappears', async () => {
		const id = await sendWawp(inbox.sandbox, [ZOE]);
		await sendWawp(inbox.sandbox, [KARIM], { reply_to: id });
		await sendGowa(inbox.sandbox, { is_forwarded: true, duration: 604_800 });
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const reply = page.getByRole('article', { name: 'Karim Haddad' });
		expect(await texts(reply.getByRole('blockquote'))).toEqual(['Reply to Zoë Lindqvist Contact']);
		await page.getByRole('link', { name: /GOWA/ }).click();
		const forwarded = page.getByRole('article', { name: 'Zoë Lindqvist' });
		await forwarded.getByText('Forwarded').waitFor();
		await forwarded.getByText('Disappears after 7 days').waitFor();
	});

	it('is shown between its texts, as the recipient reads them', async () => {
		const hello = await sendWawpText(inbox.sandbox, ANA, 'Hi Ana,\nhere is Zoë: <b>*Zoë*</b>');
		await sendWawp(inbox.sandbox, [ZOE]);
		await sendWawpText(inbox.sandbox, ANA, 'Is she there?', { reply_to: hello });
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const [before = '', card = '', after = ''] = await page.locator('.message').allInnerTexts();
		expect(before).toMatch(/^Hi Ana,\nhere is Zoë: <b>\*Zoë\*<\/b>\s/);
		expect(card).toMatch(/Zoë Lindqvist\s[^]*Message[^]*Add to contacts/);
		expect(after.replace(/\s+/g, ' ')).toMatch(
			/^Reply to SANDBOX00001 Hi Ana, here is Zoë: <b>\*Zoë\*<\/b> Is she there\?/,
		);
		expect(await page.getByText('Card check').count()).toBe(1);
		expect(await texts(page.locator('.conversation-title p'))).toEqual([
			expect.stringMatching(/· 1 card$/),
		]);
		expect(await texts(page.locator('.chat-row .chat-preview'))).toEqual(['Is she there?']);
	});

	it('shows its picture without loading it from elsewhere', async () => {
		const png =
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		await sendWawp(inbox.sandbox, [vcard('FN:Zoë Lindqvist', `PHOTO;ENCODING=b;TYPE=PNG:${png}`)]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const picture = page.getByRole('article').locator('img');
		await picture.waitFor();
		expect(await picture.getAttribute('src')).toBe(`data:image/png;base64,${png}`);
		expect(await page.evaluate('document.querySelector(".message img").naturalWidth')).toBe(1);
		expect([inbox.complaints, inbox.elsewhere]).toEqual([[], []]);
	});

	it('to a group is shown in the chat of the group, with its sender', async () => {
		await sendGowa(inbox.sandbox, { phone: GROUP });
		const page = await inbox.open();
		await page.getByRole('link', { name: /Group 120363040000000001/ }).click();
		expect(await texts(page.locator('.message .sender'))).toEqual(['sandbox-device-1']);
	});

	it('says that its sender was told otherwise', async () => {
		inbox.sandbox.fault({ kind: '502-html', taken: true, times: 1 });
		await sendGowa(inbox.sandbox);
		const page = await inbox.open(`#/chat/gowa/${ANA}`);
		await page.getByText('It arrived, but the sender was told otherwise: status 502').waitFor();
	});
});

describe('The card check', () => {
	it('stands beside each card, with its score and what the phone does not show', async () => {
		await sendWawp(inbox.sandbox, [
			vcard(
				`FN:${'Reception and Reservations '.repeat(2)}`,
				'TEL:01326 555 0199',
				'PHOTO;VALUE=uri:https://elsewhere.example/a.jpg',
			),
		]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const check = page.getByRole('complementary', { name: 'Card check' });
		await check.getByRole('img', { name: 'Score 50 of 100' }).waitFor();
		expect(await texts(check.locator('[data-level=warning] strong'))).toEqual([
			'Warning: The name is cut off after about 40 characters',
			'Warning: One name, not first and last',
			'Warning: No photo',
			'Warning: 01326 555 0199 cannot be dialed from abroad',
			'Warning: “Invite” instead of “Message”',
		]);
		await check.getByText('no N line, which vCard 3.0 requires').waitFor();
		const [card, panel] = [
			await page.getByRole('article').boundingBox(),
			await check.boundingBox(),
		];
		expect(panel?.y).toBe(card?.y);
		expect(panel?.x).toBeGreaterThan((card?.x ?? 0) + (card?.width ?? 0));
		await check.getByText('What the phone shows').click();
		await check.getByText('Shown: The name').waitFor();
		expect([inbox.complaints, inbox.elsewhere]).toEqual([[], []]);
	});

	it('has nothing against a whole card', async () => {
		await sendWawp(inbox.sandbox, [ZOE]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		const check = page.getByRole('complementary', { name: 'Card check' });
		await check.getByRole('img', { name: 'Score 100 of 100' }).waitFor();
		await check.getByText('The phone shows everything correctly.').waitFor();
	});

	it('finds a card that came twice', async () => {
		await sendGowa(inbox.sandbox);
		await sendGowa(inbox.sandbox);
		const page = await inbox.open(`#/chat/gowa/${ANA}`);
		await page.getByText('Problem: Arrives for the 2nd time').waitFor();
		await page.getByText('Copy 2').waitFor();
	});
});
