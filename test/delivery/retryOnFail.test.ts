import { sandboxForTests } from '../support/sandbox';
import { outputs, SEND } from '../support/workflow';
import { card, cardsTo, numberOf, send, ERROR_500, retryOnFail } from './workflow';

const sandbox = sandboxForTests();

describe('Retry On Fail', () => {
	it('sends what was refused again, and what was sent never, where the node fails', async () => {
		sandbox.fault({ kind: '401', recipient: numberOf(2), times: 1 });
		const run = await send(sandbox, {
			items: cardsTo(6),
			options: { concurrency: 2 },
			node: retryOnFail,
		});
		expect(run.error).toBeUndefined();
		expect(sandbox.stats()).toMatchObject({ requests: 7, cards: 6, duplicates: 0 });
		const sent = sandbox.deliveries();
		expect(outputs(run).map(({ messageId }) => messageId)).toEqual(
			cardsTo(6).map(
				({ to }) => sent.find(({ recipient }) => recipient.startsWith(to))?.messageIds[0],
			),
		);
	});

	it('does the same where the node goes on with its first item failed', async () => {
		sandbox.fault({ kind: '401', recipient: numberOf(0), times: 1 });
		const run = await send(sandbox, {
			items: cardsTo(6),
			node: { ...retryOnFail, onError: 'continueRegularOutput' },
		});
		expect(outputs(run).map(({ status }) => status)).toEqual(Array(6).fill('sent'));
		expect(sandbox.stats()).toMatchObject({ requests: 7, cards: 6, duplicates: 0 });
	});

	it('does the same with the error output', async () => {
		sandbox.fault({ kind: '401', recipient: numberOf(0) });
		const run = await send(sandbox, {
			items: cardsTo(3),
			node: { ...retryOnFail, onError: 'continueErrorOutput' },
		});
		expect(outputs(run, 0)).toHaveLength(2);
		expect(outputs(run, 1)).toHaveLength(1);
		expect(sandbox.stats()).toMatchObject({ requests: 5, cards: 2, duplicates: 0 });
	});

	it.each([undefined, 'continueRegularOutput' as const])(
		'refuses a card of unknown outcome, onError %p',
		async (onError) => {
			// The card is taken, and the answer says otherwise: a second request would be a second card.
			sandbox.fault({ kind: 'reset-after', recipient: numberOf(0) });
			const node = onError === undefined ? retryOnFail : { ...retryOnFail, onError };
			const run = await send(sandbox, { items: cardsTo(2), node });
			expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 2, duplicates: 0 });
			const message = onError === undefined ? run.error?.message : outputs(run)[0]?.['error'];
			expect(message).toContain(
				'The card was not sent again, because an earlier attempt may have sent it (GOWA closed the connection without an answer)',
			);
			expect(message).toContain('The card may have arrived');
		},
	);

	it('goes on within an item that became several messages', async () => {
		sandbox.fault({ kind: '401', after: 1, times: 1 });
		const run = await send(sandbox, {
			items: [card(numberOf(0), 'One|Two|Three')],
			node: retryOnFail,
		});
		expect(sandbox.deliveries().map(({ contacts }) => contacts[0]?.name.formatted_name)).toEqual([
			'One',
			'Two',
			'Three',
		]);
		expect(sandbox.stats()).toMatchObject({ requests: 4, duplicates: 0 });
		expect(outputs(run)[0]?.['messageIds']).toEqual(
			sandbox.deliveries().flatMap(({ messageIds }) => messageIds),
		);
	});

	it('names in `sentMessageIds` what earlier tries had sent', async () => {
		sandbox.fault({ kind: '401', after: 2 });
		const run = await send(sandbox, {
			items: [card(numberOf(0), 'One|Two|Three')],
			node: { ...retryOnFail, onError: 'continueRegularOutput' },
		});
		expect(sandbox.stats()).toMatchObject({ requests: 5, cards: 2, duplicates: 0 });
		expect(outputs(run)[0]?.['sentMessageIds']).toEqual(
			sandbox.deliveries().flatMap(({ messageIds }) => messageIds),
		);
	});

	it('keeps the provider’s answers for `output: raw`', async () => {
		sandbox.fault({ kind: '401', recipient: numberOf(1), times: 1 });
		const run = await send(sandbox, {
			items: cardsTo(2),
			options: { output: 'raw' },
			node: retryOnFail,
		});
		expect(outputs(run).map(({ responses }) => responses)).toEqual(
			Array(2).fill([expect.objectContaining({ code: 'SUCCESS' })]),
		);
	});
});

/** The Send node runs twice in one execution, on the same items: straight, and behind another node. */
function twice(file: { nodes: Array<{ name: string }>; connections: object }): void {
	const pass = {
		id: 'pass',
		name: 'Pass',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [100, 100],
		parameters: {},
	};
	file.nodes.push(pass);
	const to = (node: string) => ({ node, type: 'main' as const, index: 0 });
	file.connections = { Trigger: { main: [[to(SEND), to('Pass')]] }, Pass: { main: [[to(SEND)]] } };
}

describe('what is sent stays known for its run only', () => {
	it('a second run of the node in the same execution, as in a loop, sends again', async () => {
		const run = await send(sandbox, { items: cardsTo(2), change: twice });
		expect(outputs(run).map(({ status }) => status)).toEqual(Array(4).fill('sent'));
		expect(sandbox.stats()).toMatchObject({ requests: 4, cards: 4 });
	});

	it('also where the first run failed', async () => {
		sandbox.fault({ kind: '401', recipient: numberOf(0), times: 1 });
		const run = await send(sandbox, {
			items: cardsTo(2),
			change: twice,
			node: { onError: 'continueRegularOutput' },
		});
		expect(outputs(run).map(({ status }) => status)).toEqual([undefined, 'sent', 'sent', 'sent']);
	});

	it('another execution sends again, also what was in doubt', async () => {
		for (let execution = 0; execution < 2; execution += 1) {
			await send(sandbox, { items: [card(ERROR_500, 'Card 0')] });
		}
		expect(sandbox.stats().requests).toBe(2);
	});

	it('a run in which all was sent leaves nothing behind in the execution’s data', async () => {
		const { run } = await send(sandbox, { items: cardsTo(20) });
		expect(JSON.stringify(run.data.executionData?.contextData)).toBe(
			'{"node:Send Contact Card":{"run 0":{}}}',
		);
	});
});
