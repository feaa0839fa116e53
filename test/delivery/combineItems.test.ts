import { Expression } from 'n8n-workflow';

import { sandboxForTests } from '../support/sandbox';
import { outputs, SEND } from '../support/workflow';
import { byItem, card, cardsTo, numberOf, send, namesAt, ERROR_500 } from './workflow';

const sandbox = sandboxForTests();

describe('a card of several messages', () => {
	it('goes out in order, as one output', async () => {
		const run = await send(sandbox, { items: [card(numberOf(0), 'One|Two|Three')] });
		expect(namesAt(sandbox, numberOf(0))).toEqual(['One', 'Two', 'Three']);
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
		expect(namesAt(sandbox, numberOf(0))).toEqual(['One']);
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
		expect(namesAt(sandbox, numberOf(0))).toEqual(['One', 'Two']);
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
