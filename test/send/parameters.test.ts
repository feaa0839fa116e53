import { NodeHelpers } from 'n8n-workflow';

import { PROVIDER_ROWS } from '../support/providerRows';
import { description, propertiesNamed, propertyNamed, everyProperty, node } from './description';

/** The properties that the editor shows for a provider, by the conditions on `provider` alone. */
function shownFor(provider: string): string[] {
	return description.properties
		.filter(({ displayOptions }) => {
			const only = displayOptions?.show?.['provider'];
			return only === undefined || only.includes(provider);
		})
		.map(({ name }) => name);
}

describe('the parameters of a provider', () => {
	it.each(Object.entries(PROVIDER_ROWS))('are shown for it alone: %s', (id, { shown: own }) => {
		const shared = ['operation', 'provider', 'credentials', 'contactSource', 'contacts'];
		const rest = [
			...['columns', 'flatParameters', 'contactsJson', 'vcardText', 'binaryPropertyName'],
			'options',
		];
		expect(
			shownFor(id)
				.filter((name) => ![...shared, ...rest].includes(name))
				.sort(),
		).toEqual([...own].sort());
		expect(shownFor(id)).toEqual(expect.arrayContaining([...shared, ...rest]));
	});

	it('have one name for the recipient, so that its value survives a change', () => {
		for (const property of propertiesNamed('recipient')) {
			expect(property).toMatchObject({
				type: 'resourceLocator',
				default: { mode: 'number', value: '' },
			});
		}
		expect(
			propertiesNamed('recipient').flatMap(
				({ displayOptions }) => displayOptions?.show?.['provider'] ?? [],
			),
		).toEqual(expect.arrayContaining(['chert', 'gowa', 'ryzeapi', 'wawp']));
	});

	describe('check a recipient in the panel', () => {
		const issue = (mode: string, value: string): string[] =>
			Object.values(
				NodeHelpers.getNodeParametersIssues(
					propertiesNamed('recipient').filter(
						({ displayOptions }) => displayOptions?.show?.['provider']?.includes('gowa') === true,
					),
					{
						id: 'send',
						name: 'Send Contact Card',
						type: 'n8n-nodes-contact-card.sendContactCard',
						typeVersion: 1,
						position: [0, 0],
						parameters: { provider: 'gowa', recipient: { __rl: true, mode, value } },
					},
					description,
				)?.parameters ?? {},
			).flat();

		it.each([
			['number', 'Ana Lima'],
			['number', '5.513E+12'],
			['number', '+'],
			['number', '120363040000000001-groups'],
			['number', 'ana@'],
			['url', 'https://chat.whatsapp.com/AbCdEf'],
			['url', 'https://example.com/5512996130832'],
		])('and report a %s that is none: %s', (mode, value) => {
			expect(issue(mode, value).join()).toMatch(
				/^This (is not a phone number|link contains no number): /,
			);
		});

		it.each([
			['number', '+55 12 99613-0832'],
			['number', '(011) 98765-4321'],
			['number', '٠٠٤٤ ٧٧٠٠ ٩٠٠١٢٣'],
			['number', 'tel:+447700900123'],
			['number', '120363025246125486@g.us'],
			['number', '120363040000000001-group'],
			['number', '447700900123@s.whatsapp.net'],
			['number', 'https://wa.me/447700900123'],
			['number', '={{ $json.name }}'],
			['url', 'https://wa.me/447700900123'],
			['url', 'api.whatsapp.com/send?phone=447700900123&text=x'],
			['list', 'whatever the list gave'],
		])('and accept a %s: %s', (mode, value) => {
			expect(issue(mode, value)).toEqual([]);
		});
	});

	it('ask for a chat or a phone, as chosen, for Chert', () => {
		expect(propertyNamed('chatId').displayOptions?.show).toMatchObject({ addressBy: ['chat'] });
		expect(
			propertiesNamed('recipient').some(
				({ displayOptions }) => displayOptions?.show?.['addressBy']?.includes('phone') === true,
			),
		).toBe(true);
	});

	it.each(['agentId', 'conversationId', 'instance'])(
		'%s can be chosen from a list or typed',
		(name) => {
			const { type, modes } = propertyNamed(name);
			expect(type).toBe('resourceLocator');
			expect(modes?.map((mode) => mode.name).slice(0, 2)).toEqual(['list', 'id']);
		},
	);

	it.each([
		['chatvolt', 'agentId', ['list', 'id', 'url']],
		['chatvolt', 'conversationId', ['list', 'id', 'url']],
		['gowa', 'recipient', ['list', 'number', 'url']],
		['ryzeapi', 'instance', ['list', 'id']],
		['ryzeapi', 'recipient', ['list', 'number', 'url']],
		['wawp', 'recipient', ['list', 'number', 'url']],
	])('%s offers %s in the modes %j', (provider, name, modes) => {
		const [property] = propertiesNamed(name).filter(
			({ displayOptions }) => displayOptions?.show?.['provider']?.includes(provider) === true,
		);
		expect(property?.modes?.map((mode) => mode.name)).toEqual(modes);
	});

	it('have a search behind every list', () => {
		const methods = everyProperty.flatMap(({ modes = [] }) =>
			modes.flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
		);
		expect([...new Set(methods)].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
	});
});
