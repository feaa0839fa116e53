import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

import { sendSamples } from '../../sandbox/demo/samples';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { openBrowser } from '../support/browser';
import { ANA, GROUP, portrait, sendGowa, sendWawp, sendWawpText, vcard } from './cards';
import { openPage, type Look } from './page';

/*
 * The pictures of the inbox for the docs: npx tsx e2e/inbox/screenshots.ts, after npm run build. With names of pictures behind
 * it, only those are taken. Times, IDs and the address are the same in every run.
 */
const IMAGES = path.resolve(__dirname, '../../docs/images');
const NOON = Date.UTC(2026, 6, 1, 12);
const PORT = 4010;

interface Picture extends Look {
	file: string;
	hash: string;
	/** What is done before the picture is taken. */
	click?: string[];
	/** Which card of the chat is at the top, from 0. */
	top?: number;
	/** The part of the page that the picture shows; all by default. */
	part?: string;
}

const CHAT = `#/chat/wawp/${ANA}`;
/** Someone who gets texts around a card. */
const LEA = '447700900307';

const PICTURES: readonly Picture[] = [
	{ file: 'inbox-light', hash: CHAT, width: 1440, height: 960 },
	{ file: 'inbox-dark', hash: CHAT, width: 1440, height: 960, colorScheme: 'dark' },
	{
		file: 'inbox-details',
		hash: `${CHAT}/card/MARCUS`,
		width: 1440,
		height: 900,
		click: ['role=tab[name="vCard"]'],
	},
	{
		file: 'inbox-contact',
		hash: `${CHAT}/card/MARCUS`,
		width: 1440,
		height: 900,
		colorScheme: 'dark',
	},
	{
		file: 'inbox-refused',
		hash: '#/refused',
		width: 1440,
		height: 900,
		click: ['.refusal summary >> nth=0'],
	},
	{ file: 'inbox-connect', hash: '#/connect', width: 1440, height: 900 },
	{ file: 'inbox-fail', hash: CHAT, width: 1440, height: 900, click: ['text=Fail next…'] },
	{ file: 'inbox-phone-list', hash: '#/', width: 375, height: 812 },
	{
		file: 'inbox-phone-chat',
		hash: CHAT,
		width: 375,
		height: 812,
		colorScheme: 'dark',
		top: 1,
	},
	{ file: 'inbox-phone-card', hash: `${CHAT}/card/MARCUS`, width: 375, height: 812 },
];

/** Taken after {@link fillTexts}. */
const PICTURES_WITH_TEXTS: readonly Picture[] = [
	{
		file: 'inbox-texts',
		hash: `#/chat/wawp/${LEA}`,
		width: 1280,
		height: 1000,
		part: '.conversation',
	},
];

async function fill(sandbox: Sandbox, browser: Browser, tick: () => void): Promise<void> {
	await sendSamples(sandbox);
	tick();
	await sendGowa(sandbox, { phone: GROUP, contact_name: 'Ferry desk ⛴️', is_forwarded: true });
	tick();
	const first = await sendWawp(sandbox, [
		vcard(
			'N:Okonjo;Marcus;;;',
			'FN:Marcus Okonjo',
			'ORG:Harbour Tours;Bookings',
			'TITLE:Skipper',
			`TEL;type=CELL;waid=447700900303:+44 7700 900303`,
			'TEL;type=WORK:+44 20 7946 0321',
			'EMAIL;type=WORK:marcus@harbour-tours.example',
			'ADR;type=WORK:;;Pier 4;Falmouth;;TR11 3QP;United Kingdom',
			'URL:https://harbour-tours.example',
			'BDAY:1988-03-14',
			'NOTE:Ask for the evening tour.',
			`PHOTO;ENCODING=b;TYPE=JPEG:${await portrait(browser)}`,
		),
	]);
	tick();
	await sendWawp(
		sandbox,
		[vcard('FN:Harbour Tours – Reservations and Group Bookings', 'TEL:01326 555 0199')],
		{
			reply_to: first,
		},
	);
	tick();
	await sendWawp(sandbox, [
		vcard('N:Silva;Inês;;;', 'FN:Inês Silva', 'TEL;type=CELL;waid=447700900304:+44 7700 900304'),
		vcard(
			'N:Haddad;Karim;;;',
			'FN:Karim Haddad',
			'TEL;type=CELL;waid=447700900305:+44 7700 900305',
		),
		vcard('N:Chen;Wei;;;', 'FN:Wei Chen', 'TEL;type=CELL:+44 7700 900306'),
	]);
	sandbox.fault({ kind: '502-html', provider: 'ryzeapi', times: 1 });
	await sendWawp(sandbox, [vcard('FN:Nobody')], { chatId: '12025550190' });
}

async function fillTexts(sandbox: Sandbox, tick: () => void): Promise<void> {
	const hello = await sendWawpText(
		sandbox,
		LEA,
		'Good morning Léa,\nthank you for booking the evening tour. Marcus will be your skipper; here is his card, so that you know who is calling.',
	);
	await sendWawp(
		sandbox,
		[
			vcard(
				'N:Okonjo;Marcus;;;',
				'FN:Marcus Okonjo',
				'ORG:Harbour Tours;Bookings',
				'TITLE:Skipper',
				`TEL;type=CELL;waid=447700900303:+44 7700 900303`,
			),
		],
		{ chatId: LEA },
	);
	await sendWawpText(sandbox, LEA, 'He is on the pier from six. See you there!');
	tick();
	await sendWawpText(sandbox, LEA, 'And this is our office, should anything change:', {
		reply_to: hello,
	});
	await sendWawp(
		sandbox,
		[vcard('N:;Harbour Tours;;;', 'FN:Harbour Tours', 'TEL;type=WORK:+44 20 7946 0321')],
		{ chatId: LEA },
	);
}

async function takePicture(
	browser: Browser,
	url: string,
	{ file, hash, click = [], top, part = 'body', ...look }: Picture,
	now: number,
): Promise<void> {
	const { page, context } = await openPage(browser, look);
	await page.clock.setFixedTime(now);
	await page.goto(`${url}/${hash}`);
	await page.locator('.app').waitFor();
	const isChat = hash.startsWith(CHAT);
	if (isChat) await page.locator('.message img').first().waitFor();
	if (isChat && hash !== CHAT) await page.locator('.sheet img').waitFor();
	await page.evaluate('document.fonts.ready');
	for (const selector of click) await page.locator(selector).first().click();
	if (top !== undefined) {
		await page.evaluate(`document.querySelectorAll('.exchange')[${String(top)}].scrollIntoView()`);
	}
	const shown = page.locator(part);
	await shown.screenshot({ path: path.join(IMAGES, `${file}.png`), animations: 'disabled' });
	console.log(`docs/images/${file}.png`);
	await context.close();
}

async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	let now = NOON;
	const sandbox = await startSandbox({
		port: PORT,
		now: () => now,
		samples: async (self) => {
			await sendSamples(self);
		},
	});
	const browser = await openBrowser();
	try {
		const tick = () => {
			now += 60_000;
		};
		await fill(sandbox, browser, tick);
		const marcus = sandbox
			.deliveries()
			.find(({ contacts }) => contacts[0]?.birthday === '1988-03-14')?.id;
		mkdirSync(IMAGES, { recursive: true });
		const take = async (pictures: readonly Picture[]) => {
			for (const picture of pictures) {
				if (wanted.length > 0 && !wanted.includes(picture.file)) continue;
				const hash = picture.hash.replace('MARCUS', String(marcus));
				await takePicture(browser, sandbox.url, { ...picture, hash }, now);
			}
		};
		await take(PICTURES);
		await fillTexts(sandbox, tick);
		await take(PICTURES_WITH_TEXTS);
	} finally {
		await browser.close();
		await sandbox.close();
	}
	process.exit();
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
