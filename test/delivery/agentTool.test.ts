import { runWorkflow } from '../../sandbox/engine/engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { credentialData, outputs, SEND, sendPackage, sendWorkflow } from '../support/workflow';
import { runAgent, toolNode } from './agent';
import { byItem, card, numberOf, type CardItem } from './workflow';

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

/** An agent calls its tool twice in one execution, each time with an item. */
async function callTwice(first: CardItem, second: CardItem) {
	const file = sendWorkflow(byItem, { items: [first] });
	file.nodes = file.nodes.map((node) =>
		node.name === SEND ? { ...node, type: `${node.type}Tool` } : node,
	);
	file.nodes.push({
		id: 'again',
		name: 'Again',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [100, 100],
		parameters: { mode: 'raw', jsonOutput: JSON.stringify(second) },
	});
	const to = (node: string) => ({ node, type: 'main' as const, index: 0 });
	file.connections = {
		Trigger: { main: [[to(SEND), to('Again')]] },
		Again: { main: [[to(SEND)]] },
	};
	const contents = { ...sendPackage, nodes: [...sendPackage.nodes, toolNode()] };
	const run = await runWorkflow(file, contents, credentialData(sandbox));
	expect(run.error).toBeUndefined();
	return outputs(run);
}

describe('an agent that calls the node twice in one execution', () => {
	it('sends the very same card once, and reads the message ID of the first', async () => {
		const [sent, again] = await callTwice(card(numberOf(0), 'Ana'), card(numberOf(0), 'Ana'));
		expect(sandbox.stats()).toMatchObject({ requests: 1, cards: 1, duplicates: 0 });
		expect(again?.['messageId']).toBe(sent?.['messageId']);
		expect(again?.['warnings']).toEqual([
			{
				field: 'recipient',
				message:
					'The same card was already sent in this execution, so it was not sent again; these are its message IDs',
			},
		]);
	});

	it.each([
		['to someone else', card(numberOf(1), 'Ana')],
		['of someone else', card(numberOf(0), 'Ben')],
	])('sends a second card %s', async (_, second) => {
		const sent = await callTwice(card(numberOf(0), 'Ana'), second);
		expect(sent.map(({ status, warnings }) => [status, warnings])).toEqual([
			['sent', []],
			['sent', []],
		]);
		expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 2, duplicates: 0 });
	});
});

/** An agent before version 3, whose calls of one turn run in one `Promise.all`. */
describe('an agent that calls the node side by side', () => {
	const ana = card(numberOf(0), 'Ana');
	const ben = card(numberOf(1), 'Ben');
	const idsOf = (answers: unknown) => JSON.stringify(answers).match(/(?<="messageId":")\w+/g);

	it('sends the very same card once, and reads its message ID twice', async () => {
		const { answers } = await runAgent(sandbox, [[ana, ana]]);
		expect(sandbox.stats()).toMatchObject({ requests: 1, cards: 1, duplicates: 0 });
		const [id] = sandbox.deliveries()[0]?.messageIds ?? [];
		expect(idsOf(answers)).toEqual([id, id]);
	});

	it('waits for a card that is still under way, however long it takes', async () => {
		sandbox.fault({ kind: 'slow', ms: 60 });
		await runAgent(sandbox, [[ana, ben, ana, ben, ana]]);
		expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 2, duplicates: 0 });
	});

	it('loses no receipt of calls that ended side by side', async () => {
		await runAgent(sandbox, [
			[ana, ben],
			[ana, ben],
			[ben, ana, card(numberOf(2), 'Chen')],
		]);
		expect(sandbox.stats()).toMatchObject({ requests: 3, cards: 3, duplicates: 0 });
	});

	it('gives both calls the refusal of one request', async () => {
		sandbox.fault({ kind: '401', times: 1 });
		const { answers } = await runAgent(sandbox, [[ana, ana], [ana]]);
		expect(answers[0]).toEqual([
			{ error: expect.stringContaining('GOWA refused the card (401') },
			{ error: expect.stringContaining('GOWA refused the card (401') },
		]);
		// What was refused is known not to have been sent, so a later call may try again.
		expect(answers[1]).toMatchObject([[{ status: 'sent' }]]);
		expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 1, duplicates: 0 });
	});

	it('sends nothing again of which nobody knows whether it arrived', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const { answers } = await runAgent(sandbox, [[ana, ana], [ana]], {
			node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(JSON.stringify(answers).match(/may have arrived/g)?.length).toBeGreaterThanOrEqual(3);
		expect(sandbox.stats()).toMatchObject({ requests: 1, cards: 1, duplicates: 0 });
	});

	it('sends nothing again where the agent itself is run again', async () => {
		const { answers } = await runAgent(sandbox, [[ana, ben, ana]], { failures: 2 });
		expect(answers).toHaveLength(3);
		expect(new Set(answers.map((turn) => JSON.stringify(idsOf(turn)))).size).toBe(1);
		expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 2, duplicates: 0 });
	});

	it('knows one recipient in every spelling', async () => {
		const spelled = [`+${ana.to}`, `${ana.to}@s.whatsapp.net`, `00${ana.to}`, ` ${ana.to} `];
		await runAgent(sandbox, [spelled.map((to) => card(to, ana.name)), [ana]]);
		expect(sandbox.stats()).toMatchObject({ requests: 1, cards: 1, duplicates: 0 });
	});

	it('keeps the cards of one recipient apart', async () => {
		const cards = ['Ana', 'Ben', 'Chen', 'Ana|Ben'].map((name) => card(numberOf(0), name));
		await runAgent(sandbox, [[...cards, ...cards], cards]);
		// GOWA takes one contact in a message, so the last card is what two others are
		expect(sandbox.stats()).toMatchObject({ cards: 3, duplicates: 0 });
	});

	it.each(['hang', 'hang-after'] as const)(
		'leaves a card in doubt whose call ran out of time in the middle, and never repeats it: %s',
		async (kind) => {
			sandbox.fault({ kind, recipient: numberOf(0) });
			const { answers } = await runAgent(sandbox, [[ana, ben, ana], [ana]], {
				options: { timeout: 150 },
				node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
				failures: 1,
			});
			for (const [first, , third] of [answers[0] ?? [], answers[2] ?? []]) {
				for (const answer of [first, third])
					expect(JSON.stringify(answer)).toContain('may have arrived');
			}
			expect(sandbox.stats()).toMatchObject({ requests: 2, duplicates: 0 });
		},
	);

	it.each(['502-html', '504', 'reset-before', 'empty-200', 'truncated', 'html-200'] as const)(
		'never repeats a card after an answer that proves nothing: %s',
		async (kind) => {
			sandbox.fault({ kind, recipient: numberOf(0), times: 1 });
			await runAgent(sandbox, [[ana, ana], [ana]], {
				node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
				failures: 1,
			});
			expect(sandbox.stats()).toMatchObject({ requests: 1, duplicates: 0 });
		},
	);

	it.each(['429-retry-after', '401', 'redirect-307'] as const)(
		'repeats a card that is known not to have been sent until it is sent, once: %s',
		async (kind) => {
			sandbox.fault({ kind, recipient: numberOf(0), times: 2, seconds: 0 });
			const { answers } = await runAgent(sandbox, [[ana, ana], [ana], [ana, ana]]);
			expect(answers.at(-1)).toMatchObject([[{ status: 'sent' }], [{ status: 'sent' }]]);
			expect(sandbox.stats()).toMatchObject({ requests: 3, cards: 1, duplicates: 0 });
		},
	);

	it('leaves plain JSON in the execution’s data', async () => {
		const { run } = await runAgent(sandbox, [[ana, ben, ana]]);
		const { contextData } = run.run.data.executionData ?? {};
		expect(JSON.parse(JSON.stringify(contextData))).toEqual(contextData);
		expect(JSON.stringify(contextData).match(/"outcome":"sent"/g)).toHaveLength(2);
	});
});
