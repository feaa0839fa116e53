import { gowa } from '../../nodes/providers/gowa/gowa';
import { answer } from '../support/responses';

describe('the list of devices', () => {
	const devices = gowa.lists!['searchGowaDevices']!;

	it('asks without a device', () => {
		expect(devices.request(undefined, undefined)).toEqual({ method: 'GET', path: '/devices' });
	});

	it('shows names and states, and finds in IDs, names and JIDs', () => {
		const response = answer(200, {
			code: 'SUCCESS',
			results: [
				{ id: 'd1', display_name: 'Office', jid: '628@s.whatsapp.net', state: 'logged_in' },
				{ id: 'd2' },
			],
		});
		expect(devices.page(response, '')).toEqual({
			results: [
				{ name: 'Office (+628, logged_in)', value: 'd1' },
				{ name: 'd2 (unknown)', value: 'd2' },
			],
		});
		expect(devices.page(response, '628@')?.results).toHaveLength(1);
		expect(devices.page(response, 'office')?.results).toHaveLength(1);
		expect(devices.page(response, 'zz')?.results).toEqual([]);
	});

	it('is empty without devices, and none where the answer is something else', () => {
		expect(devices.page(answer(200, { results: null }), '')).toEqual({ results: [] });
		expect(devices.page(answer(200, 'OK'), '')).toBeUndefined();
	});
});

describe('the list of recipients', () => {
	const recipients = gowa.lists!['searchRecipients']!;
	const chats = (data: unknown, pagination: { offset: number; total: number }) =>
		answer(200, { code: 'SUCCESS', results: { data, pagination: { limit: 50, ...pagination } } });
	const contacts = (data: unknown) => answer(200, { code: 'SUCCESS', results: { data } });

	it('asks for chats, then for contacts, of the chosen device', () => {
		expect(recipients.request('Ana', undefined, { deviceId: 'office 2+1' })).toEqual({
			method: 'GET',
			path: '/chats',
			query: { limit: '50', offset: '0', search: 'Ana' },
			headers: { 'X-Device-Id': 'office%202%2B1' },
		});
		expect(recipients.request(undefined, '50').query).toEqual({ limit: '50', offset: '50' });
		expect(recipients.request('Ana', 'contacts:0')).toEqual({
			method: 'GET',
			path: '/user/my/contacts',
			headers: {},
		});
	});

	it('looks for a number itself, since GOWA finds names only', () => {
		expect(recipients.request('+62 812', undefined).query).toEqual({ limit: '50', offset: '0' });
	});

	it('shows name and number, or what kind of chat it is, and leaves out chats that accept no card', () => {
		const page = recipients.page(
			chats(
				[
					{ jid: '6281234567890@s.whatsapp.net', name: 'Ana' },
					{ jid: '6281234567891@s.whatsapp.net', name: '+62 812-3456-7891' },
					{ jid: '6281234567892@s.whatsapp.net', name: null },
					{ jid: '120363040000000001@g.us', name: 'Sales team' },
					{ jid: '120363040000000002@newsletter', name: 'News' },
					{ jid: '66778899001122@lid', name: '' },
					{ jid: 'status@broadcast', name: 'Status' },
				],
				{ offset: 0, total: 7 },
			),
			undefined,
		);
		expect(page).toEqual({
			results: [
				{ name: 'Ana (+6281234567890)', value: '+6281234567890' },
				{ name: '+6281234567891', value: '+6281234567891' },
				{ name: '+6281234567892', value: '+6281234567892' },
				{ name: 'Sales team (group 120363040000000001)', value: '120363040000000001@g.us' },
				{
					name: 'News (newsletter 120363040000000002)',
					value: '120363040000000002@newsletter',
				},
				{ name: 'hidden user 66778899001122', value: '66778899001122@lid' },
			],
			paginationToken: 'contacts:0',
		});
	});

	it('goes through all chats before the contacts', () => {
		const page = (offset: number) => recipients.page(chats([], { offset, total: 101 }), undefined);
		expect(page(0)?.paginationToken).toBe('50');
		expect(page(50)?.paginationToken).toBe('100');
		expect(page(100)?.paginationToken).toBe('contacts:0');
		expect(recipients.page(chats(null, { offset: 0, total: 0 }), undefined)).toEqual({
			results: [],
			paginationToken: 'contacts:0',
		});
	});

	it('gives 50 contacts at a time, and ends with the last', () => {
		const all = contacts(
			Array.from({ length: 60 }, (_, index) => ({
				jid: `628123456${String(7000 + index)}@s.whatsapp.net`,
				name: `Ana ${String(index)}`,
			})),
		);
		const first = recipients.page(all, undefined, 'contacts:0');
		expect(first?.results).toHaveLength(50);
		expect(first?.paginationToken).toBe('contacts:50');
		const last = recipients.page(all, undefined, 'contacts:50');
		expect(last?.results.map(({ name }) => name).at(-1)).toBe('Ana 59 (+6281234567059)');
		expect(last?.paginationToken).toBeUndefined();
	});

	it('finds contacts by name and by number, however it is written', () => {
		const two = contacts([
			{ jid: '6281234567890@s.whatsapp.net', name: 'Ana' },
			{ jid: '6281234567000@s.whatsapp.net', name: 'Bruno' },
		]);
		const found = (filter: string) =>
			recipients.page(two, filter, 'contacts:0')?.results.map(({ name }) => name);
		expect(found('bru')).toEqual(['Bruno (+6281234567000)']);
		expect(found('812-3456-78')).toEqual(['Ana (+6281234567890)']);
		expect(found('nobody')).toEqual([]);
	});

	it('is none where the answer is something else', () => {
		expect(recipients.page(answer(200, 'OK'), undefined)).toBeUndefined();
		expect(recipients.page(answer(200, 'OK'), undefined, 'contacts:0')).toBeUndefined();
	});
});
