import { isObject } from '../../nodes/contact/object';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import telegram from './fixtures/telegram.json';
import { jsonOf, runConvert, SEND } from './workflow';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

describe('trigger → Convert Contact Card → Send Contact Card', () => {
	it('forwards a card that came in over Telegram, whole', async () => {
		const run = await runConvert(
			{ operation: 'fromMessage' },
			{
				items: [{ json: telegram.body }],
				send: {
					parameters: {
						operation: 'send',
						provider: 'wawp',
						recipient: '+6289685024992',
						contactSource: 'json',
						contactsJson: '={{ $json.contact }}',
					},
					credentials: { contactCardWawpApi: { ...sandbox.credentials.wawp } },
				},
			},
		);
		const [read] = jsonOf(run);
		const [sent] = run.items(SEND);
		expect(sent?.json).toMatchObject({
			provider: 'wawp',
			status: 'sent',
			contacts: [withoutEmpty(read?.['contact'])],
			warnings: [],
		});
		expect(sandbox.deliveries({ provider: 'wawp' }).map(({ contacts }) => contacts)).toEqual([
			[
				{
					name: { formatted_name: 'Ana Souza', first_name: 'Ana', last_name: 'Souza' },
					phones: [
						{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' },
						{ phone: '+551133330000', type: 'WORK', wa_id: '551133330000' },
					],
					emails: [{ email: 'ana@example.com', type: 'HOME' }],
					addresses: [],
					urls: [],
					org: { company: 'Padaria Aurora', title: 'Baker' },
				},
			],
		]);
	});
});

/** What Send shows of a contact: nothing of the lists and groups that are empty. */
function withoutEmpty(contact: unknown): Record<string, unknown> {
	const entries = isObject(contact) ? Object.entries(contact) : [];
	return Object.fromEntries(
		entries.filter(([, value]) => typeof value === 'string' || Object.keys(value ?? {}).length > 0),
	);
}
