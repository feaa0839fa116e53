import { providers } from '../../nodes/providers';
import type { FaultRule } from '../../sandbox/faults/rules';
import { sandboxForTests } from '../support/sandbox';
import { outputs } from '../support/workflow';
import { ANA, previewItem, SANDBOX_OPTIONS, sendingThrough } from './sendingThrough';

/** Texts that servers make something else of: a card, a poll, a mention, a line break, a name; or nothing at all. */
const MISREAD_TEXTS = [
	['BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nEND:VCARD', 'poll: tea or coffee?'],
	['50%0a off %0D, {{name}} {{{first_name}}}', '@everyone @all @+5511999998888'],
	['{"text":"[[recipient]]"} \\n &lt;b&gt;', '$buttons:[{"id":"1"}] #buttons:[x]'],
] as const;

const sandbox = sandboxForTests(SANDBOX_OPTIONS);

describe.each(providers)('$id', (provider) => {
	const { row, run, send, arrived } = sendingThrough(sandbox, provider);
	const { text } = provider;

	const refusesText = { message: expect.stringContaining('cannot send a text with the card') };

	(text === undefined ? it.skip : it)('sends a text before and after the card', async () => {
		const options = {
			textBefore: ' Hi Ana,\r\nhere is Marcus: <b>"{{x}}"</b> @5511999998888 👋 ',
			textAfter: 'Bye',
		};
		const item = await send(ANA, { options });
		const shown = arrived().map((message) =>
			message.text === undefined
				? message.contacts.map(({ name }) => name.formatted_name)
				: message.text.replace(/\u2060/g, ''),
		);
		expect(shown).toEqual([
			'Hi Ana,\nhere is Marcus: <b>"{{x}}"</b> @5511999998888 👋',
			['Ana Lima'],
			'Bye',
		]);
		expect(arrived().map(({ recipient }) => recipient)).toEqual(Array(3).fill(row.arrivesAt));
		const [before, card, after] = arrived();
		expect(item.messageIds).toEqual(card?.messageIds);
		expect(item.textMessageIds).toEqual([...before!.messageIds, ...after!.messageIds]);
		expect(item.textMessageIds).toHaveLength(2);
		expect(before!.options).not.toHaveProperty('mentions');
	});

	(text === undefined ? it.skip : it)(
		'sends texts that a server may misread as they are',
		async () => {
			for (const [textBefore, textAfter] of MISREAD_TEXTS) {
				sandbox.reset();
				await send(ANA, { options: { textBefore, textAfter } });
				const [before, card, after] = arrived();
				expect([before, after].map((message) => message?.text?.replace(/\u2060/g, ''))).toEqual([
					textBefore,
					textAfter,
				]);
				expect(card?.contacts).toHaveLength(1);
			}
		},
	);

	(text === undefined ? it.skip : it)('previews the texts in their places', async () => {
		const options = { textBefore: 'Before it', textAfter: 'After it' };
		const preview = await run(ANA, { operation: 'preview', options });
		const { requests } = previewItem.parse(outputs(preview)[0]);
		expect(arrived()).toEqual([]);
		await send(ANA, { options });
		const sent = sandbox.requests().map(({ body }) => JSON.parse(body) as unknown);
		expect(requests).toHaveLength(3);
		expect(JSON.stringify(requests[0]?.body)).toContain('Before it');
		expect(JSON.stringify(requests[1]?.body)).toContain('Ana Lima');
		expect(JSON.stringify(requests[2]?.body)).toContain('After it');
		expect(sent).toHaveLength(3);
	});

	it('refuses a text that it cannot send, or not whole', async () => {
		const most = text?.maxLength;
		if (text !== undefined && most === undefined) return;
		const length = most ?? 1;
		const { error } = await run(ANA, { options: { textBefore: 'x'.repeat(length + 1) } });
		expect(error).toMatchObject(
			most === undefined
				? refusesText
				: { message: expect.stringContaining(`allows at most ${String(most)}`) },
		);
		expect(arrived()).toEqual([]);
		if (most !== undefined) await send(ANA, { options: { textBefore: '👋'.repeat(most) } });
	});

	it('sends nothing after a text that failed', async () => {
		if (text === undefined) return;
		sandbox.fault({ kind: '401', times: 1 });
		const { error } = await run(ANA, { options: { textBefore: 'Before it', textAfter: 'After' } });
		expect(error?.message).toMatch(/^Text Before: .* refused the text \(401/);
		expect(error?.message).toContain('Not sent: Contact 1, Text After.');
		expect(arrived()).toEqual([]);
	});

	describe.each([
		[0, 'the text before the card'],
		[1, 'the card'],
		[2, 'the text after the card'],
	])('where message %i fails, %s,', (after) => {
		const options = { textBefore: 'Before it', textAfter: 'After it' };
		const whole = ['Before it', 'Ana Lima', 'After it'];
		const chat = () =>
			arrived().map(({ text: words, contacts }) => words ?? contacts[0]?.name.formatted_name);

		it('sends nothing twice, and the rest in order', async () => {
			if (text === undefined) return;
			sandbox.fault({ kind: '401', after, times: 1 });
			const { error } = await run(ANA, { options }, { retryOnFail: true });
			expect(error).toBeUndefined();
			expect(chat()).toEqual(whole);
		});

		it('sends nothing behind what may have arrived, unless the service can be asked again', async () => {
			if (text === undefined) return;
			const faults: FaultRule[] = [
				{ kind: 'reset-after' },
				// What a card's 500 means, some documents tell.
				...(after === 1 ? [] : [{ kind: '500-json', taken: true } as const]),
			];
			for (const fault of faults) {
				sandbox.reset();
				sandbox.fault({ ...fault, after, times: 1 });
				const { error } = await run(ANA, { options }, { retryOnFail: true });
				if (error === undefined) {
					expect(provider.id).toBe('openWa');
					expect(chat()).toEqual(whole);
				} else {
					expect(chat()).toEqual(whole.slice(0, after + 1));
					expect(error.message).toContain('may have arrived');
				}
			}
		});
	});
});
