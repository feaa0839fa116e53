import jsQR from 'jsqr';

import type { InboxCard, InboxProvider, InboxState } from '../../sandbox/inbox/model';
import {
	cardTitle,
	chatsOf,
	findChats,
	providersWithChats,
	repliedTo,
} from '../../sandbox/inbox/web/chats';
import { withEvent, type News } from '../../sandbox/inbox/web/news';
import { qrOf } from '../../sandbox/inbox/web/qr';
import { hashOf, HOME, routeOf, type Route } from '../../sandbox/inbox/web/route';
import { foldPicture, showHidden } from '../../sandbox/inbox/web/source';
import { duration, initials } from '../../sandbox/inbox/web/words';
import { namedContact } from '../../sandbox/toolkit/contact';

const PROVIDERS: InboxProvider[] = [
	{ id: 'gowa', name: 'GOWA', hue: 1, network: 'WhatsApp', credential: '', fields: [], sendTo: '' },
	{
		id: 'chert',
		name: 'Chert',
		hue: 2,
		network: 'iMessage',
		credential: '',
		fields: [],
		sendTo: '',
	},
];

function card(id: number, provider: string, recipient: string, ...names: string[]): InboxCard {
	return {
		id,
		at: '2026-07-01T12:00:00.000Z',
		chat: {
			key: `${provider}/${recipient}`,
			provider,
			title: `+${recipient}`,
			recipient,
			kind: 'person',
		},
		account: 'sandbox-device-1',
		copy: 1,
		contacts: names.map((name) => ({
			...namedContact(name),
			phones: [{ phone: `+44 7700 900${String(300 + id)}` }],
			actions: ['add'],
			showsPhoto: false,
		})),
		messageIds: [`true_x@c.us_3EB0${String(id)}`],
		marks: { forwarded: false },
		toldOtherwise: null,
		check: { score: 100, findings: [] },
	};
}

const CARDS = [
	card(1, 'gowa', '447700900001', 'Zoë Lindqvist'),
	card(2, 'chert', '447700900001', 'ليلى حسن'),
	card(3, 'gowa', '447700900002', 'Søren Ødegård', 'Karim Haddad'),
	card(4, 'gowa', '447700900001', 'Nguyễn Thị Thu Hà'),
];

describe('The list of chats', () => {
	it('has a chat for each recipient of a provider, the latest first, with what is unread', () => {
		const chats = chatsOf(CARDS, new Set([1, 2]));
		expect(chats.map(({ key, unread, preview }) => [key, unread, cardTitle(preview)])).toEqual([
			['gowa/447700900001', 1, 'Nguyễn Thị Thu Hà'],
			['gowa/447700900002', 1, '2 contacts'],
			['chert/447700900001', 0, 'ليلى حسن'],
		]);
	});

	it.each([
		['zoe', ['gowa/447700900001']],
		['ZOË LIND', ['gowa/447700900001']],
		['haddad', ['gowa/447700900002']],
		['thi nguyen', ['gowa/447700900001']],
		['ليلى', ['chert/447700900001']],
		['imessage', ['chert/447700900001']],
		['gowa', ['gowa/447700900001', 'gowa/447700900002']],
		['7700 900 303', ['gowa/447700900002']],
		['+44(7700)900303', ['gowa/447700900002']],
		['900002', ['gowa/447700900002']],
		['nobody', []],
		['   ', ['gowa/447700900001', 'gowa/447700900002', 'chert/447700900001']],
	])('finds by “%s”', (search, keys) => {
		const found = findChats(chatsOf(CARDS, new Set()), { search, provider: '' }, PROVIDERS);
		expect(found.map(({ key }) => key)).toEqual(keys);
	});

	it('shows the card that was searched for', () => {
		const [chat] = findChats(chatsOf(CARDS, new Set()), { search: 'zoë', provider: '' }, PROVIDERS);
		expect(chat?.preview.id).toBe(1);
	});

	it('is narrowed down to a provider', () => {
		const found = findChats(
			chatsOf(CARDS, new Set()),
			{ search: '', provider: 'chert' },
			PROVIDERS,
		);
		expect(found.map(({ key }) => key)).toEqual(['chert/447700900001']);
	});

	it('names the providers that have chats, with how many', () => {
		const used = (cards: InboxCard[]) =>
			providersWithChats(chatsOf(cards, new Set()), PROVIDERS).map(({ id, chats }) => [id, chats]);
		expect(used(CARDS)).toEqual([
			['gowa', 2],
			['chert', 1],
		]);
		expect(used(CARDS.slice(1, 2))).toEqual([['chert', 1]]);
	});

	it('finds the card that another one answers, by the whole ID or by its end', () => {
		expect(repliedTo(CARDS, 'true_x@c.us_3EB03')?.id).toBe(3);
		expect(repliedTo(CARDS, '3EB03')?.id).toBe(3);
		expect(repliedTo(CARDS, 'EB03')).toBeUndefined();
	});
});

describe('The news', () => {
	const state: InboxState = {
		run: 'a',
		url: '',
		samples: true,
		providers: [],
		cards: [],
		older: 0,
		refusals: [],
		faults: [],
		faultKinds: [],
	};
	const news: News = { state: { ...state, cards: CARDS }, read: new Set([1]), refusalsSeen: 4 };

	it('put a new card at the end, and one that comes again in its place', () => {
		const added = withEvent(news, { kind: 'card', card: card(5, 'gowa', '1', 'New') });
		expect(added?.state.cards.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
		const again = withEvent(news, {
			kind: 'card',
			card: { ...CARDS[1]!, toldOtherwise: 'status 502' },
		});
		expect(again?.state.cards.map(({ toldOtherwise }) => toldOtherwise)).toEqual([
			null,
			'status 502',
			null,
			null,
		]);
	});

	it('keep what was read through a broken connection, and not through another start', () => {
		expect(withEvent(news, { kind: 'state', state })).toMatchObject({
			read: new Set([1]),
			refusalsSeen: 4,
		});
		expect(withEvent(news, { kind: 'state', state: { ...state, run: 'b' } })).toMatchObject({
			read: new Set(),
			refusalsSeen: 0,
		});
	});

	it('forget all when the inbox is cleared, while requests are counted on', () => {
		expect(withEvent(news, { kind: 'cleared' })).toEqual({
			state,
			read: new Set(),
			refusalsSeen: 4,
		});
	});
});

describe('The address', () => {
	it.each<[string, Route]>([
		['#/', HOME],
		['#/refused', { ...HOME, view: 'refused' }],
		['#/connect', { ...HOME, view: 'connect' }],
		['#/chat/gowa/447700900001', { ...HOME, chat: 'gowa/447700900001' }],
		['#/chat/gowa/1203%40g.us/card/12', { ...HOME, chat: 'gowa/1203@g.us', card: 12 }],
		['#/chat/telegram/a%2Fb%20c', { ...HOME, chat: 'telegram/a/b c' }],
	])('%s says what is shown', (hash, route) => {
		expect(routeOf(hash)).toEqual(route);
	});

	it.each(['', '#', '#/chat/', '#/chat/gowa', '#/chat/gowa/%E0%A4%A', '#/nothing'])(
		'%s is the list',
		(hash) => {
			expect(routeOf(hash)).toEqual(HOME);
		},
	);

	it.each<Route>([
		HOME,
		{ ...HOME, view: 'refused' },
		{ ...HOME, chat: 'gowa/1203@g.us', card: 12 },
		{ ...HOME, chat: 'gowa/ä ö' },
	])('leads back to %j', (route) => {
		expect(routeOf(hashOf(route))).toEqual(route);
	});
});

describe('The QR code', () => {
	/** What a scanner reads of the code, 4 pixels a module, with its quiet zone. */
	function scan(code: boolean[][]): string | undefined {
		const size = (code.length + 8) * 4;
		const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
		for (let y = 0; y < size; y++) {
			for (let x = 0; x < size; x++) {
				if (code[Math.floor(y / 4) - 4]?.[Math.floor(x / 4) - 4] !== true) continue;
				pixels.set([0, 0, 0], (y * size + x) * 4);
			}
		}
		return jsQR(pixels, size, size)?.data;
	}

	it('gives the vCard to whoever scans it', () => {
		const vcard =
			'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lindqvist;Zoë;;;\r\nFN:Zoë Lindqvist 🌻 王小明\r\nTEL:+447700900302\r\nEND:VCARD\r\n';
		expect(scan(qrOf(vcard)!)).toBe(vcard);
	});

	it('leaves the picture out', () => {
		const photo = `item1.PHOTO;ENCODING=b;TYPE=PNG:${'A'.repeat(60)}\r\n ${'A'.repeat(70)}\r\n ${'A'.repeat(9000)}\r\n`;
		expect(scan(qrOf(`BEGIN:VCARD\r\nFN:Zoë\r\n${photo}NOTE:PHOTO;\r\nEND:VCARD\r\n`)!)).toBe(
			'BEGIN:VCARD\r\nFN:Zoë\r\nNOTE:PHOTO;\r\nEND:VCARD\r\n',
		);
	});

	it('is as large as one can be, and none where the card is longer', () => {
		expect(qrOf('a'.repeat(2953))).toHaveLength(177);
		expect(qrOf('a'.repeat(2954))).toBeNull();
	});
});

describe('The text of a card', () => {
	it('shows signs that nobody sees', () => {
		expect(showHidden('FN:a\u202Eb\u0000\r\n\tc')).toEqual([
			{ text: 'FN:a', hidden: false },
			{ text: 'U+202E', hidden: true },
			{ text: 'b', hidden: false },
			{ text: 'U+0000', hidden: true },
			{ text: '\n\tc', hidden: false },
		]);
	});

	it('is shown without the data of a picture, and with every other long text', () => {
		const folded = `PHOTO:${'Ab3/'.repeat(15)}\r\n ${'Ab3+'.repeat(15)}\r\n ${'Ab3/'.repeat(60)}=\r\nEND:VCARD`;
		expect(foldPicture(folded)).toBe(
			`PHOTO:${'Ab3/'.repeat(15)}… [307 more characters]\r\nEND:VCARD`,
		);
		const words = `NOTE:${'Surgery on Mondays. '.repeat(100)}`;
		expect(foldPicture(words)).toBe(words);
	});
});

describe('Words', () => {
	it.each([
		['Zoë Lindqvist', 'ZL'],
		['Dr. Nkechi Okafor 💙', 'NO'],
		['O’Brien; MacKay & Sons, Ltd.', 'OL'],
		['Reception 🏨', 'R'],
		['王小明', '王'],
		['ليلى حسن', 'ل'],
		['佐藤 さくら', '佐'],
		['🌻', ''],
		['', ''],
	])('make initials of %s', (name, letters) => {
		expect(initials(name)).toBe(letters);
	});

	it.each([
		[86_400, '24 hours'],
		[604_800, '7 days'],
		[7_776_000, '90 days'],
		[3600, '1 hour'],
		[90, '2 minutes'],
		[5, '5 seconds'],
	])('tell %d seconds', (seconds, words) => {
		expect(duration(seconds)).toBe(words);
	});
});
