import { ryzeapi } from '../../nodes/providers/ryzeapi/ryzeapi';
import { answer } from '../support/responses';

describe('the list of instances', () => {
	const instances = ryzeapi.lists!['searchRyzeapiInstances']!;

	it('asks for all instances', () => {
		expect(instances.request('x', undefined)).toEqual({
			method: 'GET',
			path: '/api/instance/list',
		});
	});

	it('shows names and states, and finds in names', () => {
		const response = answer(200, {
			success: true,
			instances: [
				{
					name: 'sales',
					connection: { state: 'connected', numberJid: '5512996130832@s.whatsapp.net' },
				},
				{ name: 'support', connection: null },
			],
		});
		expect(instances.page(response, undefined)).toEqual({
			results: [
				{ name: 'sales (+5512996130832, connected)', value: 'sales' },
				{ name: 'support (unknown)', value: 'support' },
			],
		});
		expect(instances.page(response, 'SUPP')?.results).toHaveLength(1);
	});

	it('is none where the answer is something else', () => {
		expect(instances.page(answer(200, { success: true }), undefined)).toBeUndefined();
	});
});

describe('the list of groups', () => {
	const groups = ryzeapi.lists!['searchRecipients']!;

	it('asks for those of the chosen instance', () => {
		expect(groups.request(undefined, undefined, { instance: 'sales/1' })).toEqual({
			method: 'GET',
			path: '/api/group/list/sales%2F1',
		});
	});

	it('says that the instance has to be chosen first', () => {
		expect(() => groups.request(undefined, undefined, { instance: '' })).toThrow(
			'Instance is missing',
		);
	});

	it('shows names and IDs, by any of the names they may have', () => {
		const response = answer(200, {
			success: true,
			groups: [
				{ jid: '120363040000010000@g.us', name: 'Customers' },
				{ id: '120363040000010001@g.us', subject: 'Press' },
				{ name: 'No ID' },
			],
		});
		expect(groups.page(response, undefined)).toEqual({
			results: [
				{ name: 'Customers (group 120363040000010000)', value: '120363040000010000@g.us' },
				{ name: 'Press (group 120363040000010001)', value: '120363040000010001@g.us' },
			],
		});
		expect(groups.page(response, 'pres')?.results).toHaveLength(1);
	});

	it('is none where the answer is something else', () => {
		expect(groups.page(answer(200, { success: true }), undefined)).toBeUndefined();
	});
});
