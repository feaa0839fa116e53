import type { WorkflowRun } from '../../sandbox/engine/engine';
import { sandboxForTests } from '../support/sandbox';
import { outputs } from '../support/workflow';
import { card, numberOf, send, withRecipients, type Setting } from './workflow';
import { retryOnFail } from './workflow';

const sandbox = sandboxForTests();

describe('an item that cannot be read', () => {
	const items = ['Ana', 'Ben', 'Chen'].map((name) => card('', name));
	const names = () =>
		sandbox.deliveries().map(({ contacts }) => contacts.map(({ name }) => name.formatted_name));
	const run = async (
		tries: ReadonlyArray<readonly string[]>,
		setting: Partial<Setting> = {},
	): Promise<WorkflowRun> =>
		await send(sandbox, {
			items,
			node: { ...retryOnFail, onError: 'continueRegularOutput' },
			...setting,
			nodeType: withRecipients(
				(item, attempt) => tries[Math.min(attempt, tries.length - 1)]?.[item],
			).nodeType,
		});
	const [ANA, BEN, CHEN] = [0, 1, 2].map(numberOf) as [string, string, string];

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'makes no other card go out again, onError %s',
		async (onError) => {
			await run([['0151 123', BEN, CHEN]], { node: { ...retryOnFail, onError } });
			expect(names()).toEqual([['Ben'], ['Chen']]);
			expect(sandbox.stats()).toMatchObject({ requests: 2, duplicates: 0 });
		},
	);

	it('lists the IDs of what an earlier try sent for it', async () => {
		const result = await run([
			['?', BEN, CHEN],
			['?', '?', CHEN],
		]);
		expect(names()).toEqual([['Ben'], ['Chen']]);
		const [ben, chen] = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
		expect(outputs(result)).toMatchObject([
			{ outcome: 'notSent', sentMessageIds: [] },
			{ outcome: 'notSent', sentMessageIds: [ben] },
			{ status: 'sent', messageIds: [chen] },
		]);
	});

	it('is in doubt where an earlier try could read it and nobody knows whether it arrived', async () => {
		sandbox.fault({ kind: 'reset-after', recipient: BEN });
		const result = await run([
			['?', BEN, CHEN],
			['?', '?', CHEN],
		]);
		expect(outputs(result)).toMatchObject([
			{ outcome: 'notSent' },
			{ outcome: 'unknown', sentMessageIds: [] },
			{ status: 'sent' },
		]);
		expect(sandbox.stats()).toMatchObject({ requests: 2, duplicates: 0 });
	});

	it('counts what earlier tries had sent, where the node fails', async () => {
		sandbox.fault({ kind: '401', recipient: ANA, times: 1 });
		const result = await run(
			[
				[ANA, BEN, CHEN],
				['?', BEN, CHEN],
			],
			{ node: { ...retryOnFail, maxTries: 2 } },
		);
		expect(result.error?.message).toMatch(/^2 of 3 cards were sent\. Item 0: /);
		expect(sandbox.stats()).toMatchObject({ requests: 3, duplicates: 0 });
	});

	describe('and then joins a combined card', () => {
		const combine = (provider: string): Partial<Setting> => ({
			parameters: { provider },
			options: { combineItems: true },
		});

		it('goes out alone, beside the receipt of the others', async () => {
			const result = await run(
				[
					['?', BEN, BEN],
					[BEN, BEN, BEN],
				],
				combine('wawp'),
			);
			expect(names()).toEqual([['Ben', 'Chen'], ['Ana']]);
			const [others, ana] = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
			expect(outputs(result)).toMatchObject([{ status: 'sent', messageIds: [ana, others] }]);
		});

		it('goes out one by one where the provider takes one contact at a time', async () => {
			const result = await run(
				[
					['?', BEN, BEN],
					[BEN, BEN, BEN],
				],
				combine('gowa'),
			);
			expect(names()).toEqual([['Ben'], ['Chen'], ['Ana']]);
			const [ben, chen, ana] = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
			expect(outputs(result)).toMatchObject([{ status: 'sent', messageIds: [ana, ben, chen] }]);
		});

		it('goes out where nobody knows whether the others arrived, and the card stays in doubt', async () => {
			sandbox.fault({ kind: 'reset-after', times: 1 });
			const result = await run(
				[
					['?', BEN, BEN],
					[BEN, BEN, BEN],
				],
				combine('wawp'),
			);
			expect(names()).toEqual([['Ben', 'Chen'], ['Ana']]);
			const [output] = outputs(result);
			expect(output).toMatchObject({
				outcome: 'unknown',
				sentMessageIds: sandbox.deliveries()[1]?.messageIds,
			});
			expect(output?.['error']).toMatch(/^Contacts 2 to 3: The card was not sent again/);
		});

		it('fails alone, and the others stay sent', async () => {
			sandbox.fault({ kind: '401', after: 1 });
			const result = await run(
				[
					['?', BEN, BEN],
					[BEN, BEN, BEN],
				],
				combine('wawp'),
			);
			expect(names()).toEqual([['Ben', 'Chen']]);
			const [output] = outputs(result);
			expect(output).toMatchObject({
				outcome: 'notSent',
				sentMessageIds: sandbox.deliveries()[0]?.messageIds,
			});
			expect(output?.['error']).toMatch(/^Contact 1: Wawp refused .* Sent: Contacts 2 to 3\.$/);
		});
	});
});
