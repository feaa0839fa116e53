import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { runWorkflow } from '../../sandbox/engine/engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { credentialData, outputs, SEND, sendPackage, sendWorkflow } from '../support/workflow';
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

/** The node as n8n makes a tool of it: the same one under a type of its own, which agents of version 3 run as a node. */
function toolNode(): SendContactCard {
	const node = new SendContactCard();
	node.description = { ...node.description, name: `${node.description.name}Tool` };
	return node;
}

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
					'The same card went out before in this execution, so it was not sent again; these are its message IDs',
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
