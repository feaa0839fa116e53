import { Journal } from '../../nodes/delivery/journal';
import { contactKeys, contentName, itemOfKey } from '../../nodes/delivery/message';
import type { MessageResult } from '../../nodes/delivery/outcome';
import { answer } from '../support/responses';

const sent = (id: string) => ({
	outcome: 'sent' as const,
	receipt: { messageIds: [id], chatId: null },
});
const unknown = { outcome: 'unknown' as const, title: 'No answer' };
const notSent: MessageResult = {
	outcome: 'notSent',
	failure: { outcome: 'notSent', title: 'Refused', fix: '' },
};

/** The execution's data as n8n stores it and reads it in another process. */
const stored = (store: Record<string, unknown>): Record<string, unknown> =>
	JSON.parse(JSON.stringify(store)) as Record<string, unknown>;

it('finds in a second try what the first noted, also where n8n has stored it in between', () => {
	const store: Record<string, unknown> = {};
	const journal = Journal.open(store, 'run 0');
	journal.note(['0/0'], sent('3EB0'));
	journal.note(['1/0'], unknown);
	for (const again of [store, stored(store)].map((each) => Journal.open(each, 'run 0'))) {
		expect(again.find('0/0')).toEqual(sent('3EB0'));
		expect(again.find('1/0')).toEqual(unknown);
		expect(again.find('2/0')).toBeUndefined();
	}
	expect(stored(store)).toEqual(store);
});

it('is one for all who open the same run, so that nobody’s notes are lost', () => {
	const store: Record<string, unknown> = {};
	const [one, other] = [Journal.open(store, 'tool'), Journal.open(store, 'tool')];
	one.note(['A'], sent('1'));
	other.note(['B'], sent('2'));
	expect(Object.keys(store['tool'] as object)).toEqual(['A', 'B']);
	expect(one.find('B')).toEqual(sent('2'));
});

it('knows a message by each of its contacts, as one', () => {
	const store: Record<string, unknown> = {};
	Journal.open(store, 'run 0').note(['0/0', '0/1', '2/0'], sent('3EB0'));
	for (const journal of [store, stored(store)].map((each) => Journal.open(each, 'run 0'))) {
		expect(journal.find('2/0')).toEqual(sent('3EB0'));
		expect(journal.find('0/1')).toBe(journal.find('0/0'));
	}
});

it('knows what was sent for an item, wherever it went', () => {
	const journal = Journal.open({}, 'run 0');
	journal.note(['0/0 card a', '1/0 card a'], sent('1'));
	journal.note(['1/1 card b'], unknown);
	journal.note(['12/0 card b'], { outcome: 'underWay' });
	expect([...journal.byItem()].map(([item, known]) => [item, [...known]])).toEqual([
		[0, [sent('1')]],
		[1, [sent('1'), unknown]],
		[12, [{ outcome: 'unknown', title: 'n8n ended while it was being sent' }]],
	]);
});

it('knows nothing of another run of the node, or of another execution', () => {
	const store: Record<string, unknown> = {};
	Journal.open(store, 'run 0').note(['0/0'], sent('3EB0'));
	expect(Journal.open(store, 'run 1').find('0/0')).toBeUndefined();
	expect(Journal.open({}, 'run 0').find('0/0')).toBeUndefined();
});

it('forgets what is known not to have been sent, and a run that needs no second try', () => {
	const store: Record<string, unknown> = {};
	const journal = Journal.open(store, 'run 0');
	journal.note(['0/0', '0/1'], { outcome: 'underWay' });
	journal.forget(['0/0', '0/1']);
	expect(store).toEqual({ 'run 0': {} });
	journal.note(['0/0'], sent('3EB0'));
	journal.clear();
	expect(Journal.open(store, 'run 0').find('0/0')).toBeUndefined();
	expect(JSON.stringify(store)).toBe('{"run 0":{}}');
});

it.each([
	['gone'],
	[null],
	[{}],
	[{ outcome: 'sent' }],
	[{ outcome: 'sent', receipt: {} }],
	[{ outcome: 'unknown' }],
	[{ outcome: 'sameAs' }],
	[{ outcome: 'sameAs', key: '0/0' }],
	[{ outcome: 'notSent' }],
])('treats a receipt that it cannot read as unknown, never as absent: %j', (entry) => {
	expect(Journal.open({ 'run 0': { '0/0': entry } }, 'run 0').find('0/0')).toEqual({
		outcome: 'unknown',
		title: 'its receipt cannot be read',
	});
});

it('treats what was under way in a process that has ended as unknown', () => {
	const store: Record<string, unknown> = {};
	Journal.open(store, 'run 0').note(['0/0', '0/1'], { outcome: 'underWay' });
	const restored = Journal.open(stored(store), 'run 0');
	expect(restored.find('0/1')).toEqual({
		outcome: 'unknown',
		title: 'n8n ended while it was being sent',
	});
	expect(restored.find('0/0')).toBe(restored.find('0/1'));
});

describe('messages that are under way', () => {
	/** A message that is being sent until its result is given. */
	function sending(journal: Journal, ...keys: string[]) {
		let give: (result: MessageResult | undefined) => void = () => undefined;
		const result = new Promise<MessageResult | undefined>((resolve) => (give = resolve));
		let sends = 0;
		const send = async () => {
			sends += 1;
			return await result;
		};
		return {
			give,
			ask: async () => await journal.sendOnce(keys, send),
			sends: () => sends,
		};
	}

	it('are sent once, and whoever asks for them gets the same result', async () => {
		const journal = Journal.open({}, 'tool');
		const message = sending(journal, 'A');
		const all = [message.ask(), message.ask(), message.ask()];
		journal.note(['A'], { outcome: 'underWay' });
		expect(journal.find('A')).toBeUndefined();
		message.give(notSent);
		expect(await Promise.all(all)).toEqual([
			{ by: 'this', result: notSent },
			{ by: 'other', result: notSent },
			{ by: 'other', result: notSent },
		]);
		expect(message.sends()).toBe(1);
	});

	it('are sent by the next who asks, where the first could not begin', async () => {
		const journal = Journal.open({}, 'tool');
		const message = sending(journal, 'A');
		const all = [message.ask(), message.ask(), message.ask()];
		message.give(undefined);
		expect((await Promise.all(all)).map(({ by }) => by)).toEqual(['this', 'this', 'this']);
		expect(message.sends()).toBe(3);
	});

	const sent: MessageResult = {
		outcome: 'sent',
		receipt: { messageIds: ['3EB0'], chatId: null },
		response: answer(200, {}),
	};

	it('are the same in whatever order their contacts stand', async () => {
		const journal = Journal.open({}, 'tool');
		const [first, second] = [sending(journal, 'A', 'B'), sending(journal, 'B', 'A')];
		const all = [first.ask(), second.ask()];
		first.give(sent);
		expect((await Promise.all(all)).map(({ by }) => by)).toEqual(['this', 'other']);
		expect(second.sends()).toBe(0);
	});

	it.each([
		[sent, 'otherInPart', 0],
		[notSent, 'this', 1],
	] as const)('hold up those with a contact in common: %j', async (result, by, sends) => {
		const journal = Journal.open({}, 'tool');
		const [first, second] = [sending(journal, 'A'), sending(journal, 'A', 'B')];
		const all = [first.ask(), second.ask()];
		first.give(result);
		second.give(sent);
		expect((await Promise.all(all))[1]?.by).toBe(by);
		expect(second.sends()).toBe(sends);
	});

	it('hold up no other', async () => {
		const journal = Journal.open({}, 'tool');
		const [slow, quick] = [sending(journal, 'A'), sending(journal, 'B')];
		const first = slow.ask();
		quick.give(notSent);
		expect(await quick.ask()).toEqual({ by: 'this', result: notSent });
		slow.give(undefined);
		expect(await first).toEqual({ by: 'this', result: undefined });
	});
});

describe('the names of a message', () => {
	it('are its contacts, by item, place, kind and where it goes', () => {
		const contacts = [
			{ item: 0, place: 1 },
			{ item: 12, place: 0 },
		];
		const keys = contactKeys({ kind: 'card', contacts }, 'gowa 447700900123@s.whatsapp.net');
		expect(keys).toEqual([
			'0/1 card gowa 447700900123@s.whatsapp.net',
			'12/0 card gowa 447700900123@s.whatsapp.net',
		]);
		expect(keys.map(itemOfKey)).toEqual([0, 12]);
		expect(contactKeys({ kind: 'textBefore', contacts }, 'gowa 447700900123')).not.toContain(
			contactKeys({ kind: 'card', contacts }, 'gowa 447700900123')[0],
		);
	});

	it('are what its contacts say, where an agent sends it, each once', () => {
		const name = contentName(['gowa', { name: 'Ana' }]);
		expect(contentName(['gowa', { name: 'Ana' }])).toBe(name);
		expect(contentName(['gowa', { name: 'Ben' }])).not.toBe(name);
		const contacts = [0, 1].map((place) => ({ item: 0, place, name }));
		const keys = contactKeys({ kind: 'card', contacts }, '');
		expect(keys).toHaveLength(1);
		expect(keys.map(itemOfKey)).toEqual([undefined]);
		expect(itemOfKey('12/4AbC= card ')).toBeUndefined();
	});
});
