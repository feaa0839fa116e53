import { contentKey, Journal } from '../../nodes/delivery/journal';

const sent = (id: string) => ({
	outcome: 'sent' as const,
	receipt: { messageIds: [id], chatId: null, response: undefined },
});

it('finds in a second try what the first noted', () => {
	const store: Record<string, unknown> = {};
	Journal.open(store, 'run 0').note('0/0', sent('3EB0'));
	Journal.open(store, 'run 0').note('1/0', { outcome: 'unknown', title: 'No answer' });
	// n8n keeps the context of an execution as JSON.
	const kept: unknown = JSON.parse(JSON.stringify(store));
	expect(kept).toEqual(store);
	const again = Journal.open(store, 'run 0');
	expect(again.find('0/0')).toEqual(sent('3EB0'));
	expect(again.find('1/0')).toEqual({ outcome: 'unknown', title: 'No answer' });
	expect(again.find('2/0')).toBeUndefined();
});

it('knows nothing of another run of the node, or of another execution', () => {
	const store: Record<string, unknown> = {};
	Journal.open(store, 'run 0').note('0/0', sent('3EB0'));
	expect(Journal.open(store, 'run 1').find('0/0')).toBeUndefined();
	expect(Journal.open({}, 'run 0').find('0/0')).toBeUndefined();
});

it('forgets a run that needs no second try', () => {
	const store: Record<string, unknown> = {};
	const journal = Journal.open(store, 'run 0');
	journal.note('0/0', sent('3EB0'));
	journal.clear();
	expect(Journal.open(store, 'run 0').find('0/0')).toBeUndefined();
	expect(JSON.stringify(store)).toBe('{"run 0":{}}');
});

it('takes what it cannot read for nothing', () => {
	expect(Journal.open({ 'run 0': { '0/0': 'gone' } }, 'run 0').find('0/0')).toBeUndefined();
});

it('names a request by its content', () => {
	const request = { method: 'POST' as const, path: '/send', body: { phone: '1' } };
	expect(contentKey(request)).toBe(contentKey(structuredClone(request)));
	expect(contentKey(request)).not.toBe(contentKey({ ...request, body: { phone: '2' } }));
});
