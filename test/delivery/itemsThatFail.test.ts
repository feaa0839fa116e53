import { sandboxForTests } from '../support/sandbox';
import { outputs, SEND } from '../support/workflow';
import { card, cardsTo, numberOf, send, ERROR_500 } from './workflow';

const MAY_HAVE_ARRIVED =
	'The card may have arrived: ask the recipient or check the chat before you send it again.';
const NOT_ON_WHATSAPP = '12025550190';

const sandbox = sandboxForTests();

describe('what may have arrived', () => {
	it.each([
		['500-json', 'GOWA failed (500 INTERNAL_SERVER_ERROR): Internal Server Error', '500'],
		['502-html', 'GOWA failed (502): 502 Bad Gateway nginx', '502'],
		['503-xml', 'GOWA failed (503): 503 Service Unavailable', '503'],
		['504', 'GOWA failed (504): 504 Gateway Time-out nginx', '504'],
		['reset-before', 'GOWA closed the connection without an answer', undefined],
		['reset-after', 'GOWA closed the connection without an answer', undefined],
		['html-200', 'GOWA answered 200 with a web page, which is not a receipt', '200'],
		['empty-200', 'GOWA answered 200 with an empty answer, which is not a receipt', '200'],
		[
			'truncated',
			'GOWA answered 200 with an answer that is not JSON, which is not a receipt',
			'200',
		],
		['hang', 'GOWA did not answer in time', undefined],
		['hang-after', 'GOWA did not answer in time', undefined],
	] as const)(
		'after %s is asked for once, and the message says so',
		async (kind, title, httpCode) => {
			sandbox.fault({ kind });
			const run = await send(sandbox, {
				items: cardsTo(1),
				options: kind.startsWith('hang') ? { timeout: 250 } : {},
				node: { onError: 'continueRegularOutput' },
			});
			expect(sandbox.stats().requests).toBe(1);
			const [output] = outputs(run);
			expect(output).toMatchObject({ provider: 'gowa', outcome: 'unknown', sentMessageIds: [] });
			expect(output?.['error']).toContain(`${title} [item 0]. `);
			expect(output?.['error']).toContain(MAY_HAVE_ARRIVED);
			expect(output?.['description'] ?? '').not.toContain(MAY_HAVE_ARRIVED);
			expect(output?.['httpCode']).toBe(httpCode);
		},
	);

	it('is no such thing where only the content type is wrong', async () => {
		sandbox.fault({ kind: 'wrong-content-type' });
		expect(outputs(await send(sandbox, { items: cardsTo(1) }))).toMatchObject([{ status: 'sent' }]);
	});
});

describe('what was refused', () => {
	it('is refused also by a success that says no', async () => {
		sandbox.fault({ kind: 'success-false' });
		const run = await send(sandbox, {
			items: cardsTo(1),
			node: { onError: 'continueRegularOutput' },
		});
		expect(sandbox.stats().requests).toBe(1);
		expect(outputs(run)).toMatchObject([{ outcome: 'notSent', httpCode: '200' }]);
	});

	it('is refused once: n8n’s silent second request on 401 does not happen', async () => {
		sandbox.fault({ kind: '401' });
		const run = await send(sandbox, { items: cardsTo(1) });
		expect(sandbox.stats().requests).toBe(1);
		expect(run.error?.message).toBe(
			'GOWA refused the card (401 INTERNAL_SERVER_ERROR): Unauthorized [item 0]. Check the credential.',
		);
		expect(run.credentialReads).toBe(1);
	});

	it.each(['redirect-302', 'redirect-307'] as const)(
		'is not carried elsewhere by a %s',
		async (kind) => {
			sandbox.fault({ kind });
			const run = await send(sandbox, { items: cardsTo(1) });
			expect(sandbox.stats().requests).toBe(1);
			expect(run.error?.message).toBe(
				'GOWA redirects to another address (/_sandbox/elsewhere) [item 0]. In the credential, set the Base URL to an address that does not redirect.',
			);
		},
	);
});

describe('without Continue On Fail', () => {
	it('the first failure lets no new card go out, waits for those in flight and says what was sent', async () => {
		sandbox.fault({ kind: 'slow', recipient: numberOf(3), ms: 60 });
		const items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) =>
			card(place === 4 ? NOT_ON_WHATSAPP : numberOf(place), `Card ${place}`),
		);
		const run = await send(sandbox, { items, options: { concurrency: 2 } });
		expect(sandbox.stats()).toMatchObject({ requests: 5, cards: 4 });
		expect(run.error?.message).toBe(
			'4 of 10 cards were sent. Item 4: GOWA refused the card (400 INVALID_JID): Phone 12025550190@s.whatsapp.net is not on whatsapp. Check the number: it has no WhatsApp account.',
		);
		expect(run.items(SEND)).toEqual([]);
	});

	it('says how many failed, where several were in flight', async () => {
		const items = [
			card(ERROR_500, 'Card 0'),
			card(NOT_ON_WHATSAPP, 'Card 1'),
			card(numberOf(2), 'Card 2'),
		];
		const run = await send(sandbox, { items });
		expect(run.error?.message).toContain(
			'1 of 3 cards were sent, 2 failed. Item 0: GOWA failed (500',
		);
	});

	it('sends nothing where an item cannot be read', async () => {
		const run = await send(sandbox, { items: [card(numberOf(0), 'Card 0'), card('', 'Card 1')] });
		expect(sandbox.stats().requests).toBe(0);
		expect(run.error?.message).toMatch(/^0 of 2 cards were sent\. Item 1: /);
	});
});

describe('where the workflow goes on', () => {
	const items = [
		card(numberOf(0), 'Card 0'),
		card(NOT_ON_WHATSAPP, 'Card 1'),
		card('', 'Card 2'),
		card(numberOf(3), 'Card 3'),
	];

	it('every item ends in the one output, in order, with its pairedItem', async () => {
		const run = await send(sandbox, { items, node: { onError: 'continueRegularOutput' } });
		expect(outputs(run).map(({ status, outcome }) => status ?? outcome)).toEqual([
			'sent',
			'notSent',
			'notSent',
			'sent',
		]);
		expect(run.items(SEND).map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(outputs(run)[1]).toEqual({
			error:
				'GOWA refused the card (400 INVALID_JID): Phone 12025550190@s.whatsapp.net is not on whatsapp [item 1]. Check the number: it has no WhatsApp account.',
			httpCode: '400',
			code: 'INVALID_JID',
			provider: 'gowa',
			outcome: 'notSent',
			sentMessageIds: [],
		});
	});

	it('every item ends in exactly one of two outputs, whole, where the error output is used', async () => {
		const run = await send(sandbox, { items, node: { onError: 'continueErrorOutput' } });
		expect(outputs(run, 0).map(({ status }) => status)).toEqual(['sent', 'sent']);
		expect(run.items(SEND, 0).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 3 },
		]);
		expect(outputs(run, 1)).toMatchObject([
			{
				provider: 'gowa',
				outcome: 'notSent',
				httpCode: '400',
				code: 'INVALID_JID',
				sentMessageIds: [],
			},
			{ provider: 'gowa', outcome: 'notSent', sentMessageIds: [] },
		]);
		expect(outputs(run, 1)[0]?.['error']).toContain('Phone 12025550190');
		expect(run.items(SEND, 1).map(({ pairedItem }) => pairedItem)).toEqual([
			expect.objectContaining({ item: 1 }),
			expect.objectContaining({ item: 2 }),
		]);
	});

	it('a credential that cannot be used fails every item, without a request', async () => {
		const run = await send(sandbox, {
			items: cardsTo(2),
			node: { onError: 'continueRegularOutput' },
			credentials: { gowa: { baseUrl: 'localhost:3000' } },
		});
		expect(outputs(run)).toMatchObject([
			{ outcome: 'notSent', error: expect.stringMatching(/^The Base URL .* \[item 0\]/) },
			{ outcome: 'notSent', error: expect.stringMatching(/^The Base URL .* \[item 1\]/) },
		]);
	});
});
