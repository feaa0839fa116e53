import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultRule } from '../../sandbox/faults/rules';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { runAgent } from '../delivery/agent';
import { outputs, runSend, type WorkflowSettings } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
	sandbox.reset();
	sandbox.clear();
});

const ANA = '447700900001';
const BEN = '447700900002';

const parameters = (options: INodeParameters): INodeParameters => ({
	operation: 'send',
	provider: 'gowa',
	recipient: '=+{{ $json.to }}',
	contactSource: 'json',
	contactsJson:
		'={{ ($json.names ?? ["Marcus"]).map((name) => ({ name: { formatted_name: name }, phones: [{ phone: "+4915112345678" }] })) }}',
	options,
});

const TEXTS = { textBefore: '=Hi {{ $json.who ?? "there" }}', textAfter: 'Bye' };

async function send(
	items: IDataObject[],
	options: INodeParameters = TEXTS,
	settings: WorkflowSettings = {},
) {
	return await runSend(sandbox, parameters(options), { items, ...settings });
}

/** Runs the node with Retry On Fail. */
async function sendWithRetries(items: IDataObject[], options: INodeParameters = TEXTS) {
	return await send(items, options, { retryOnFail: true });
}

/** What arrived, as its recipient reads it: texts, and the names on cards. */
const chat = (to = ANA) =>
	sandbox
		.deliveries()
		.filter(({ recipient }) => recipient.startsWith(to))
		.map(
			({ text, contacts }) => text ?? contacts.map(({ name }) => `[${name.formatted_name}]`).join(),
		);

describe('texts around a card', () => {
	it('go to each recipient in order, with the expressions of their own item', async () => {
		const run = await send([
			{ to: ANA, who: 'Ana' },
			{ to: BEN, who: 'Ben', names: ['Marcus', 'Mia'] },
		]);
		expect(run.error).toBeUndefined();
		expect(chat(ANA)).toEqual(['Hi Ana', '[Marcus]', 'Bye']);
		expect(chat(BEN)).toEqual(['Hi Ben', '[Marcus]', '[Mia]', 'Bye']);
		expect(outputs(run).map(({ textMessageIds }) => textMessageIds)).toEqual([
			[expect.any(String), expect.any(String)],
			[expect.any(String), expect.any(String)],
		]);
	});

	it('are none where they are empty', async () => {
		for (const nothing of [' \n ', '={{ null }}', '={{ undefined }}', '={{ "\\u200b\\u2060 " }}']) {
			sandbox.clear();
			const run = await send([{ to: ANA }], { textBefore: nothing, textAfter: nothing });
			expect(chat()).toEqual(['[Marcus]']);
			expect(outputs(run)[0]).not.toHaveProperty('textMessageIds');
		}
	});

	it('may be numbers, emoji and words of any script', async () => {
		const words = 'שלום 👩‍👩‍👧‍👦 สวัสดี\n\n• e\u0301 *bold* _x_ <b>&amp;</b> %20 \\n';
		await send([{ to: ANA, words }], { textBefore: '={{ 42 }}', textAfter: '={{ $json.words }}' });
		expect(chat()).toEqual(['42', '[Marcus]', words]);
	});

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

	it('stay together for cards to one person', async () => {
		await send(
			[
				{ to: ANA, who: 'Ana', names: ['Marcus', 'Mia'] },
				{ to: '44 7700 900-001', who: 'again', names: ['Zoe'] },
			],
			{ ...TEXTS, concurrency: 5 },
		);
		expect(chat()).toEqual(['Hi Ana', '[Marcus]', '[Mia]', 'Bye', 'Hi again', '[Zoe]', 'Bye']);
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

	it("have their answers among the provider's with Output: Raw", async () => {
		const run = await send([{ to: ANA }], { ...TEXTS, output: 'raw' });
		const responses = outputs(run)[0]?.['responses'];
		expect(responses).toHaveLength(3);
		expect(responses).toMatchObject(
			sandbox.deliveries().map(({ messageIds: [id = ''] }) => ({ results: { message_id: id } })),
		);
	});

	it('tell no secret where the service repeats it', async () => {
		sandbox.fault({ kind: 'echo' });
		const run = await send([{ to: ANA }]);
		expect(run.error?.message).toContain('Text Before');
		expect(JSON.stringify([run.error, run.run.data.resultData])).not.toContain(
			sandbox.credentials.gowa.password,
		);
	});

	it('wait for a 429 like the card', async () => {
		sandbox.fault({ kind: '429-retry-after', seconds: 0, times: 1 });
		await send([{ to: ANA }]);
		expect(chat()).toEqual(['Hi there', '[Marcus]', 'Bye']);
	});

	it('are those of the first item of a combined card, with a warning where others differ', async () => {
		const run = await send(
			[
				{ to: ANA, who: 'Ana', names: ['Marcus'] },
				{ to: ANA, who: 'Mum', names: ['Mia'] },
			],
			{ ...TEXTS, combineItems: true },
		);
		expect(chat()).toEqual(['Hi Ana', '[Marcus]', '[Mia]', 'Bye']);
		expect(outputs(run)).toHaveLength(1);
		expect(outputs(run)[0]?.['warnings']).toEqual([
			{
				field: 'textBefore',
				message:
					'The combined items have 2 different values for Text Before; the first one was sent, the others were left out',
			},
		]);
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

	it('reply with their first message alone', async () => {
		const given = {
			...parameters({ ...TEXTS, replyTo: '3EB0AA' }),
			provider: 'waha',
			session: 'default',
		};
		await runSend(sandbox, given, { items: [{ to: ANA }] });
		expect(sandbox.deliveries().map(({ options }) => options)).toEqual([
			{ replyTo: '3EB0AA' },
			{},
			{},
		]);
		sandbox.clear();
		const card = { ...given, options: { textAfter: 'Bye', replyTo: '3EB0AA' } };
		await runSend(sandbox, card, { items: [{ to: ANA }] });
		expect(sandbox.deliveries().map(({ options }) => options)).toEqual([{ replyTo: '3EB0AA' }, {}]);
	});

	it.each([
		['textBefore', 'Hi {{ $json.who }}, here is Marcus', 'Text Before', '{{ $json.who }}'],
		[
			'textAfter',
			"Bye {{ $('Sheet').item.json.name }}!",
			'Text After',
			"{{ $('Sheet').item.json.name }}",
		],
	])('refuse in %s an expression that nobody evaluates', async (kind, text, label, shown) => {
		const run = await send([{ to: ANA }], { [kind]: text });
		expect(run.error?.message).toContain(`${label} would be sent with "${shown}" in it`);
		expect(run.error?.message).toContain('Switch the field to Expression');
		expect(sandbox.requests()).toEqual([]);
	});

	it('go with braces that came by an expression, or are none of n8n', async () => {
		const said = 'Use {{ $json.id }} there';
		await send([{ to: ANA, said }], { textBefore: '={{ $json.said }}', textAfter: 'Bye {{name}}' });
		expect(chat()).toEqual([said, '[Marcus]', 'Bye {{name}}']);
	});

	it('refuse what is no text', async () => {
		const run = await send([{ to: ANA }], { textBefore: '={{ ["a"] }}' });
		expect(run.error?.message).toContain('Text Before must be text');
		expect(chat()).toEqual([]);
	});
});

describe('an agent that makes the same call again', () => {
	const call = { to: ANA, name: 'Marcus' };

	it('sends neither its texts nor its card twice, and another card with its own texts', async () => {
		const other = { to: ANA, name: 'Mia' };
		const options = { textBefore: 'Hi', textAfter: 'Hi' };
		const { answers } = await runAgent(sandbox, [[call, call], [call], [other]], { options });
		expect(chat()).toEqual(['Hi', '[Marcus]', 'Hi', 'Hi', '[Mia]', 'Hi']);
		expect(answers[1]).toEqual([[expect.objectContaining({ textMessageIds: expect.any(Array) })]]);
	});

	it('sends no text again that it has worded anew, since the card would not follow', async () => {
		const options = { textBefore: '={{ "Hi " + Math.random() }}', textAfter: 'Bye' };
		const { answers } = await runAgent(sandbox, [[call], [call]], { options });
		expect(chat()).toEqual([expect.stringMatching(/^Hi /), '[Marcus]', 'Bye']);
		expect(JSON.stringify(answers[1])).toContain('was already sent');
	});

	it('sends no card twice where only the answer to a look-up differs', async () => {
		sandbox.fault({ kind: '502-html', on: 'list', times: 1 });
		const asked: INodeParameters = {
			...parameters({ whatsappId: 'lookUp' }),
			provider: 'waha',
			session: 'default',
			toolDescription: 'Sends a card',
			recipient: "={{ $fromAI('to') }}",
			contactsJson:
				"={{ ({ name: { formatted_name: $fromAI('name') }, phones: [{ phone: '+5531987654321' }] }) }}",
		};
		const { answers } = await runAgent(sandbox, [[call], [call]], { node: { parameters: asked } });
		expect(chat()).toEqual(['[Marcus]']);
		expect(JSON.stringify(answers[0])).toContain('could not be looked up');
		expect(JSON.stringify(answers[1])).toContain('was already sent');
		expect(JSON.stringify(answers[1])).not.toContain('could not be looked up');
	});
});
