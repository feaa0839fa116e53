import type { FaultRule } from '../../sandbox/faults/rules';
import { sandboxForTests } from '../support/sandbox';
import { outputs } from '../support/workflow';
import { ANA, TEXTS, textsAround } from './textsAround';

const sandbox = sandboxForTests();
const { send, sendWithRetries, chat } = textsAround(sandbox);

describe('texts around a card', () => {
	it.each([
		['the text before it', 0, [], /^Text Before: .*Not sent: Contact 1, Text After\./],
		['the card', 1, ['Hi there'], /^Contact 1: .*Sent: Text Before\. Not sent: Text After\./],
		[
			'the text after it',
			2,
			['Hi there', '[Marcus]'],
			/^Text After: GOWA refused the text.*Sent: Text Before, Contact 1\./,
		],
	] as const)(
		'stop where %s is refused, and the error says what went',
		async (_, after, went, words) => {
			sandbox.fault({ kind: '401', after });
			const run = await send([{ to: ANA }]);
			expect(chat()).toEqual(went);
			expect(run.error?.message).toMatch(words);
			const failed = await send([{ to: ANA }], TEXTS, { onError: 'continueRegularOutput' });
			expect(outputs(failed)[0]).toMatchObject({ outcome: 'notSent' });
		},
	);

	it.each([0, 1, 2])(
		'are never repeated by Retry On Fail, refused at message %i',
		async (after) => {
			sandbox.fault({ kind: '401', after, times: 1 });
			const run = await sendWithRetries([{ to: ANA }]);
			expect(run.error).toBeUndefined();
			expect(chat()).toEqual(['Hi there', '[Marcus]', 'Bye']);
			expect(outputs(run)[0]).toMatchObject({
				status: 'sent',
				messageIds: [expect.any(String)],
				textMessageIds: [expect.any(String), expect.any(String)],
			});
		},
	);

	it.each([
		[0, ['Hi there'], 'The text was not sent again', 'Not sent: Contact 1, Text After.'],
		[1, ['Hi there', '[Marcus]'], 'The card was not sent again', 'Not sent: Text After.'],
		[
			2,
			['Hi there', '[Marcus]', 'Bye'],
			'The text was not sent again',
			'Sent: Text Before, Contact 1.',
		],
	] as const)(
		'hold back the rest where nobody knows what became of message %i, in every try',
		async (after, went, title, rest) => {
			sandbox.fault({ kind: 'reset-after', after, times: 1 });
			const run = await sendWithRetries([{ to: ANA }]);
			expect(chat()).toEqual(went);
			expect(run.error?.message).toContain(title);
			expect(run.error?.message).toContain(rest);
			expect(run.error?.message).toContain('may have arrived');
		},
	);

	const PLACES = [0, 1, 2, 3];
	const WHOLE = ['Hi there', '[Marcus]', '[Mia]', 'Bye'];
	const MARCUS_AND_MIA = [{ to: ANA, names: ['Marcus', 'Mia'] }];
	const strikes = (kinds: Array<Omit<FaultRule, 'after' | 'times'>>) =>
		kinds.flatMap((fault) => PLACES.map((after) => ({ ...fault, after, times: 1 })));

	it.each(
		strikes([
			{ kind: '401' },
			{ kind: '429-retry-after', seconds: 0 },
			{ kind: 'success-false' },
			{ kind: 'redirect-302' },
		]),
	)('arrive once and in order, with $kind known to have done nothing at $after', async (fault) => {
		sandbox.fault(fault);
		const run = await sendWithRetries(MARCUS_AND_MIA);
		expect(run.error).toBeUndefined();
		expect(chat()).toEqual(WHOLE);
		expect(outputs(run)[0]).toMatchObject({
			messageIds: [expect.any(String), expect.any(String)],
			textMessageIds: [expect.any(String), expect.any(String)],
		});
	});

	it.each(
		strikes([
			{ kind: 'reset-before' },
			{ kind: 'reset-after' },
			{ kind: 'hang-after' },
			{ kind: '500-json', taken: true },
			{ kind: '502-html' },
			{ kind: '504', taken: true },
			{ kind: 'html-200', taken: true },
			{ kind: 'empty-200' },
			{ kind: 'truncated' },
		]),
	)('arrive at most once, with nobody sure after $kind at $after', async (fault) => {
		sandbox.fault(fault);
		const run = await sendWithRetries(MARCUS_AND_MIA, { ...TEXTS, timeout: 300 });
		expect(run.error?.message).toContain('may have arrived');
		const went = chat();
		expect(new Set(went).size).toBe(went.length);
		// What stands behind the doubtful message is not sent, but for a second contact, which says nothing of the first.
		const most = fault.after === 1 ? 3 : fault.after + 1;
		expect(WHOLE.slice(0, most).filter((message) => went.includes(message))).toEqual(went);
		for (const [place, subject] of [
			'Text Before',
			'Contact 1',
			'Contact 2',
			'Text After',
		].entries()) {
			if (place < fault.after) expect(run.error?.message).toMatch(new RegExp(`Sent: .*${subject}`));
			if (place >= most) expect(run.error?.message).toMatch(new RegExp(`Not sent: .*${subject}`));
		}
	});
	it('are the whole chat of an item that follows one whose text failed', async () => {
		sandbox.fault({ kind: '401', times: 1 });
		const run = await send(
			[
				{ to: ANA, who: 'Ana' },
				{ to: ANA, who: 'Ana', names: ['Mia'] },
			],
			TEXTS,
			{
				onError: 'continueRegularOutput',
			},
		);
		expect(chat()).toEqual(['Hi Ana', '[Mia]', 'Bye']);
		expect(outputs(run)).toMatchObject([
			{ outcome: 'notSent', sentMessageIds: [] },
			{ status: 'sent' },
		]);
	});

	it('list what was sent before a text failed, also for the failed item', async () => {
		sandbox.fault({ kind: '500-json', after: 2 });
		const run = await send([{ to: ANA }], TEXTS, { onError: 'continueRegularOutput' });
		const [item] = outputs(run);
		expect(item).toMatchObject({ outcome: 'unknown' });
		expect(item?.['sentMessageIds']).toEqual(
			sandbox.deliveries().flatMap(({ messageIds }) => messageIds),
		);
	});
	it('are not sent again for items that join a combined card in a later try', async () => {
		sandbox.fault({ kind: '401', after: 2, times: 1 });
		const run = await sendWithRetries(
			[
				{ to: ANA, names: ['Marcus'] },
				{ to: ANA, names: ['Mia'] },
			],
			{ ...TEXTS, combineItems: true },
		);
		expect(run.error).toBeUndefined();
		expect(chat()).toEqual(['Hi there', '[Marcus]', '[Mia]', 'Bye']);
	});
});
