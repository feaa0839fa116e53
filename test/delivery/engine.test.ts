import { Expression } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs, SEND } from '../support/workflow';
import './log';
import { byItem, card, cardsTo, numberOf, send, startSend, until } from './workflow';

const MAY_HAVE_ARRIVED =
	'The card may have arrived: ask the recipient or check the chat before you send it again.';
/** Recipients of the sandbox that always misbehave. */
const BUSY_LONG = '12025550106';
const ERROR_500 = '12025550110';
const NOT_ON_WHATSAPP = '12025550190';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => {
	sandbox.reset();
	sandbox.clear();
});
afterAll(async () => {
	await sandbox.close();
});

const namesFor = (to: string) =>
	sandbox.deliveries({ recipient: to }).map(({ contacts }) => contacts[0]?.name.formatted_name);

describe('lanes', () => {
	it('keep the order of the items for one recipient, and serve different recipients side by side', async () => {
		sandbox.fault({ kind: 'slow', recipient: numberOf(0), ms: 40 });
		const items = Array.from({ length: 12 }, (_, place) =>
			card(numberOf(place % 3), `Card ${place}`),
		);
		await send(sandbox, { items });
		expect(namesFor(numberOf(0))).toEqual(['Card 0', 'Card 3', 'Card 6', 'Card 9']);
		expect(namesFor(numberOf(1))).toEqual(['Card 1', 'Card 4', 'Card 7', 'Card 10']);
		const { inFlight, duplicates, requests } = sandbox.stats();
		expect(inFlight.maxForOneRecipient).toBe(1);
		expect(inFlight.max).toBeGreaterThan(1);
		expect({ requests, duplicates }).toEqual({ requests: 12, duplicates: 0 });
	});

	it('take one recipient in different spellings for one', async () => {
		sandbox.fault({ kind: 'slow', ms: 10 });
		const spellings = ['+447700900001', '447700900001@s.whatsapp.net', '447700900001'];
		await send(sandbox, {
			items: spellings.map((to, place) => card(to, `Card ${place}`)),
		});
		expect(namesFor(numberOf(1))).toEqual(['Card 0', 'Card 1', 'Card 2']);
		expect(sandbox.stats().inFlight.maxForOneRecipient).toBe(1);
	});

	it.each([
		[undefined, 5],
		[1, 1],
		[3, 3],
		[20, 20],
	])('are at most `concurrency` (%p) at once: %d', async (concurrency, most) => {
		// Long enough for the last of them to start before the first has its answer
		sandbox.fault({ kind: 'slow', ms: most > 5 ? 200 : 25 });
		const options = concurrency === undefined ? {} : { concurrency };
		await send(sandbox, { items: cardsTo(40), options });
		expect(sandbox.stats().inFlight.max).toBe(most);
		expect(sandbox.count()).toBe(40);
	});

	it('give the outputs in the order of the items, whatever the order of the answers', async () => {
		sandbox.fault({ kind: 'slow', recipient: numberOf(0), ms: 60 });
		const run = await send(sandbox, { items: cardsTo(5) });
		expect(sandbox.deliveries().at(-1)?.recipient).toBe(`${numberOf(0)}@s.whatsapp.net`);
		expect(outputs(run).map(({ recipient }) => recipient)).toEqual(
			[0, 1, 2, 3, 4].map((place) => `${numberOf(place)}@s.whatsapp.net`),
		);
		expect(run.items(SEND).map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
	});
});

describe('pace', () => {
	it('waits for `interval` between the starts of two requests', async () => {
		const running = startSend(sandbox, { items: cardsTo(3), options: { interval: 3_600_000 } });
		await until(() => sandbox.count() === 1);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(1);
	});

	it('holds the provider’s documented limit by itself: RyzeAPI takes a hundred, the rest waits', async () => {
		const running = startSend(sandbox, {
			items: cardsTo(101),
			parameters: { provider: 'ryzeapi', instance: { __rl: true, mode: 'id', value: 'sales' } },
		});
		await until(() => sandbox.count() === 100);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(sandbox.stats().requests).toBe(100);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(100);
	});

	it('has no limit where the option says 0, and then hears the refusal', async () => {
		const run = await send(sandbox, {
			items: cardsTo(103),
			parameters: { provider: 'ryzeapi', instance: { __rl: true, mode: 'id', value: 'sales' } },
			options: { messagesPerMinute: 0, maxRetryWait: 1, concurrency: 1 },
			node: { onError: 'continueRegularOutput' },
		});
		expect(sandbox.count()).toBe(100);
		// The first refusal tells the time to wait, so the cards behind it are not even tried.
		expect(sandbox.stats().requests).toBe(101);
		expect(
			outputs(run)
				.slice(99)
				.map(({ status, outcome, httpCode }) => [status, outcome, httpCode]),
		).toEqual([
			['sent', undefined, undefined],
			[undefined, 'notSent', '429'],
			[undefined, 'notSent', '429'],
			[undefined, 'notSent', '429'],
		]);
	});

	it('holds `messagesPerMinute` for every provider', async () => {
		const running = startSend(sandbox, { items: cardsTo(6), options: { messagesPerMinute: 4 } });
		await until(() => sandbox.count() === 4);
		await new Promise((resolve) => setTimeout(resolve, 40));
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(4);
	});
});

describe('too many requests', () => {
	it.each(['429-retry-after', '429-body'] as const)(
		'%s: the card goes out once the time has come',
		async (kind) => {
			sandbox.fault({ kind, times: 1, seconds: kind === '429-body' ? 0.03 : 0 });
			const run = await send(sandbox, { items: cardsTo(1), options: { maxRetryWait: 5 } });
			expect(outputs(run)).toMatchObject([{ status: 'sent' }]);
			expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 1, duplicates: 0 });
		},
	);

	it.each(['429-retry-after', '429-retry-date', '429-reset', '429-body'] as const)(
		'%s: a wait that is too long is reported in seconds, and not begun',
		async (kind) => {
			sandbox.fault({ kind, seconds: 1800 });
			const run = await send(sandbox, { items: cardsTo(1) });
			expect(sandbox.stats().requests).toBe(1);
			expect(run.error?.message).toMatch(
				/^GOWA refused the card \(429 TOO_MANY_REQUESTS\): Too many requests \[item 0\]\. It asks you to wait 1(799|80[01]) seconds\./,
			);
			expect(run.error?.description).not.toMatch(/asks to wait/);
			expect(run.error).toMatchObject({ failure: { cause: 'rate-limited' } });
		},
	);

	it('429-bare: what names no time is waited for by itself, which a stop ends', async () => {
		sandbox.fault({ kind: '429-bare' });
		const running = startSend(sandbox, { items: cardsTo(3), options: { concurrency: 1 } });
		await until(() => sandbox.stats().requests === 1);
		running.stop();
		const run = await running.finished;
		expect(sandbox.stats().requests).toBe(1);
		expect(run.run.status).toBe('canceled');
	});

	it('fails the cards behind it too, without a request', async () => {
		const items = [card(BUSY_LONG, 'Card 0'), ...cardsTo(2)];
		const run = await send(sandbox, {
			items,
			options: { concurrency: 1 },
			node: { onError: 'continueRegularOutput' },
		});
		expect(sandbox.stats().requests).toBe(1);
		expect(outputs(run)).toMatchObject([
			{ outcome: 'notSent', httpCode: '429', code: 'TOO_MANY_REQUESTS' },
			{
				outcome: 'notSent',
				httpCode: '429',
				error:
					'GOWA accepts no more cards for 3600 seconds [item 1]. Send it again after that, or raise Max Retry Wait in the options.',
			},
			{ outcome: 'notSent', httpCode: '429' },
		]);
	});

	it('is given up after `maxRetries`', async () => {
		sandbox.fault({ kind: '429-retry-after', seconds: 0 });
		const run = await send(sandbox, { items: cardsTo(1), options: { maxRetries: 2 } });
		expect(sandbox.stats().requests).toBe(3);
		expect(run.error?.message).toContain('It was tried 3 times.');
	});

	it('is WhatsApp’s lock where GOWA says so, and then is never repeated', async () => {
		const run = await send(sandbox, { items: [card('12025550191', 'Card 0')] });
		expect(sandbox.stats().requests).toBe(1);
		expect(run.error?.message).toContain('GOWA refused the card (429 WA_REACHOUT_TIMELOCK)');
	});

	it('is repeated on Chert’s own word', async () => {
		const chert = { provider: 'chert', addressBy: 'chat', chatId: 'ch_failing' };
		const run = await send(sandbox, {
			items: cardsTo(1),
			parameters: chert,
			options: { maxRetries: 0 },
		});
		expect(run.error?.message).toContain('Chert refused the card (502 4001): Delivery failed');
	});
});

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

describe('a card of several messages', () => {
	it('goes out in order, as one output', async () => {
		const run = await send(sandbox, { items: [card(numberOf(0), 'One|Two|Three')] });
		expect(namesFor(numberOf(0))).toEqual(['One', 'Two', 'Three']);
		const [output] = outputs(run);
		expect(output?.['messageIds']).toHaveLength(3);
		expect(sandbox.stats().inFlight.max).toBe(1);
	});

	it('names what was sent before it failed', async () => {
		sandbox.fault({ kind: '401', after: 1, times: 1 });
		const run = await send(sandbox, {
			items: [card(numberOf(0), 'One|Two|Three')],
			node: { onError: 'continueRegularOutput' },
		});
		expect(namesFor(numberOf(0))).toEqual(['One']);
		const [id] = sandbox.deliveries()[0]?.messageIds ?? [];
		expect(outputs(run)).toMatchObject([{ outcome: 'notSent', sentMessageIds: [id] }]);
		expect(outputs(run)[0]?.['error']).toMatch(/^Contact 2: GOWA refused the card \(401/);
	});
});

describe('combineItems', () => {
	const combine = { combineItems: true };

	it('makes one card of the items with the same recipient, and one output paired with all of them', async () => {
		const items = [
			card(numberOf(0), 'One'),
			card(numberOf(1), 'Two'),
			card(`+${numberOf(0)}`, 'Three'),
		];
		const run = await send(sandbox, { items, parameters: { provider: 'wawp' }, options: combine });
		expect(
			sandbox.deliveries().map(({ contacts }) => contacts.map(({ name }) => name.formatted_name)),
		).toEqual([['One', 'Three'], ['Two']]);
		expect(run.items(SEND).map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			{ item: 1 },
		]);
	});

	it('makes several where the provider takes one contact per card', async () => {
		const items = [card(numberOf(0), 'One'), card(numberOf(0), 'Two')];
		const run = await send(sandbox, { items, options: combine });
		expect(namesFor(numberOf(0))).toEqual(['One', 'Two']);
		expect(outputs(run)).toHaveLength(1);
		expect(outputs(run)[0]?.['messageIds']).toHaveLength(2);
	});

	it('keeps apart what has other options', async () => {
		const items = [
			{ ...card(numberOf(0), 'One'), reply: '3EB0A' },
			{ ...card(numberOf(0), 'Two'), reply: '3EB0B' },
		];
		await send(sandbox, {
			items,
			parameters: { provider: 'wawp' },
			options: { ...combine, replyTo: '={{ $json.reply }}' },
		});
		expect(sandbox.deliveries().map(({ options }) => options)).toEqual([
			{ replyTo: '3EB0A' },
			{ replyTo: '3EB0B' },
		]);
	});

	it('pairs a failure with all its items', async () => {
		const items = [card(ERROR_500, 'One'), card(ERROR_500, 'Two')];
		const run = await send(sandbox, {
			items,
			options: combine,
			parameters: { provider: 'wawp' },
			node: { onError: 'continueRegularOutput' },
		});
		expect(run.items(SEND).map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 1 }],
		]);
	});
});

it('decrypts the credential once, evaluates no expression twice and makes one request per card', async () => {
	const evaluate = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
	const run = await send(sandbox, { items: cardsTo(30) });
	const evaluated = evaluate.mock.calls
		.map(([value]) => value)
		.filter((value) => typeof value === 'string' && value.startsWith('='));
	evaluate.mockRestore();
	expect(evaluated.filter((value) => value === byItem['recipient'])).toHaveLength(30);
	expect(evaluated.filter((value) => value === byItem['contactsJson'])).toHaveLength(30);
	expect(evaluated).toHaveLength(60);
	expect(run.credentialReads).toBe(1);
	expect(sandbox.stats()).toMatchObject({ requests: 30, cards: 30 });
});
