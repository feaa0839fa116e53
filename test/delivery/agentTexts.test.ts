import type { INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { byModel, runAgent } from './agent';
import { card, numberOf, type CardItem } from './workflow';

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

/** Options that the model fills in, call by call; what it leaves out is empty. */
const options: INodeParameters = {
	textBefore: "={{ $fromAI('before', '', 'string', '') }}",
	textAfter: "={{ $fromAI('after', '', 'string', '') }}",
	replyTo: "={{ $fromAI('reply', '', 'string', '') }}",
};
const ANA = card(numberOf(0), 'Ana');
const BOTH = card(numberOf(0), 'Ana|Ben');

/** What stands in the chat: texts as they are, cards by the names in them. */
const chat = () =>
	sandbox
		.deliveries()
		.map(
			({ text, contacts }) =>
				text ?? `[${contacts.map(({ name }) => name.formatted_name).join('|')}]`,
		);

/** The words of the warnings in a turn's answers. */
const warnings = (answers: unknown) =>
	[...JSON.stringify(answers).matchAll(/"message":"([^"]+)"/g)].map(([, words]) => words);

const alone = (label: string) =>
	`${label} was not sent: its card had already been sent in this execution, and a text goes out only with its card`;
const again = (label: string) =>
	`${label} was not sent: the card already had one in this execution, which said something else`;

describe.each([
	['gowa', {}],
	['ryzeapi', PROVIDER_ROWS.ryzeapi.parameters],
	['waha', PROVIDER_ROWS.waha.parameters],
	['infobip', {}],
])('an agent that words its calls anew, with %s', (provider, more) => {
	const run = async (...turns: ReadonlyArray<readonly CardItem[]>) => {
		const parameters = { ...more, ...byModel, provider, options };
		const { answers } = await runAgent(sandbox, turns, { node: { parameters } });
		return answers;
	};

	it.each([
		['before', 'Text Before'],
		['after', 'Text After'],
	])('sends no text alone that it adds to a card later: %s', async (kind, label) => {
		const answers = await run([ANA], [{ ...ANA, [kind]: 'Hi' }]);
		expect(chat()).toEqual(['[Ana]']);
		expect(warnings(answers[1])).toContain(alone(label));
	});

	it('sends no text alone while its card is under way', async () => {
		sandbox.fault({ kind: 'slow', ms: 40 });
		await run([ANA, { ...ANA, before: 'Hi', after: 'Bye' }]);
		// Which of the two calls comes first is up to n8n; a text before it comes before it, or not at all
		expect([['[Ana]'], ['Hi', '[Ana]'], ['Hi', '[Ana]', 'Bye']]).toContainEqual(chat());
	});

	it('says so if a text was worded anew', async () => {
		const answers = await run([{ ...ANA, before: 'Hi' }], [{ ...ANA, before: 'Hello' }]);
		expect(chat()).toEqual(['Hi', '[Ana]']);
		expect(warnings(answers[1])).toContain(again('Text Before'));
		expect(warnings(answers[0])).toEqual([]);
	});

	it.each([
		[{ before: 'Hi', reply: '3EB0AA' }, { reply: '3EB0AA' }],
		[{ reply: '3EB0AA' }, { before: 'Hi', reply: '3EB0AA' }],
		[{}, { reply: '3EB0AA' }],
		[{ reply: '3EB0AA' }, { reply: '3EB0BB' }],
	])('sends no card again that would reply to something else: %j, %j', async (first, second) => {
		await run([{ ...ANA, ...first }], [{ ...ANA, ...second }]);
		expect(chat().filter((entry) => entry === '[Ana]')).toHaveLength(1);
		expect(chat().filter((entry) => entry === 'Hi')).toHaveLength('before' in first ? 1 : 0);
	});

	it.each<[what: string, ...turns: Array<readonly CardItem[]>]>([
		['a part of it', [BOTH], [ANA]],
		['its contacts in another order', [BOTH], [card(numberOf(0), 'Ben|Ana')]],
		['one after the other', [ANA], [card(numberOf(0), 'Ben')], [BOTH]],
		['one more', [ANA], [BOTH]],
		['a part of it side by side', [BOTH, ANA, card(numberOf(0), 'Ben|Ana')], [BOTH]],
		['one more side by side', [ANA, BOTH, ANA], [BOTH]],
		['one more side by side, with a text', [{ ...BOTH, before: 'Hi' }, ANA], [BOTH]],
		['one more side by side, with a text, later', [ANA, { ...BOTH, before: 'Hi' }], [BOTH]],
		[
			'one more before it side by side, with a text',
			[{ ...card(numberOf(0), 'Ben|Ana'), before: 'Hi' }, ANA],
			[BOTH],
		],
		[
			'one more before it side by side, with a text, later',
			[ANA, { ...card(numberOf(0), 'Ben|Ana'), before: 'Hi' }],
			[BOTH],
		],
	])('sends no contact of a card again: %s', async (_, ...turns) => {
		await run(...turns);
		const names = sandbox
			.deliveries()
			.flatMap(({ contacts }) => contacts.map(({ name }) => name.formatted_name));
		expect(names.sort()).toEqual(['Ana', 'Ben']);
	});

	it('sends a contact once that stands in a card twice', async () => {
		const answers = await run([card(numberOf(0), 'Ana|Ana')], [card(numberOf(0), 'Ana|Ana')]);
		expect(answers).toMatchObject([[[{ status: 'sent' }]], [[{ status: 'sent' }]]]);
		expect(new Set(chat()).size).toBe(1);
		expect(sandbox.stats()).toMatchObject({ duplicates: 0, requests: 1 });
	});

	it('sends a text after it that was refused before, in whatever words', async () => {
		sandbox.fault({ kind: '401', after: 1, times: 1 });
		const answers = await run([{ ...ANA, after: 'Bye' }], [{ ...ANA, after: 'See you' }], [ANA]);
		expect(JSON.stringify(answers[0])).toContain('refused the text');
		expect(chat()).toEqual(['[Ana]', 'See you']);
		expect(answers[1]).toMatchObject([[{ status: 'sent' }]]);
	});

	it('sends no text with a card in doubt, since the card is not sent again', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const answers = await run([ANA], [{ ...ANA, before: 'Hi', after: 'Bye' }]);
		expect(chat()).toEqual(['[Ana]']);
		expect(JSON.stringify(answers[1])).toContain('may have arrived');
	});

	it('does not call a card sent because a call beside it sends one of its contacts', async () => {
		const answers = await run([ANA, { ...BOTH, before: 'Hi' }]);
		const isSaid = JSON.stringify(answers[0]?.[1]).includes('"status":"sent"');
		expect(isSaid).toBe(chat().some((entry) => entry.includes('Ben')));
	});

	it('holds back a card if a call beside it leaves the text before it in doubt', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const answers = await run([
			{ ...ANA, before: 'Hi' },
			{ ...BOTH, before: 'Hi' },
		]);
		expect(chat()).toEqual(['Hi']);
		expect(JSON.stringify(answers[0]).match(/may have arrived/g)).toHaveLength(2);
	});

	it('sends the texts with the contact that joins a card', async () => {
		await run([ANA], [{ ...BOTH, before: 'Hi', after: 'Bye' }]);
		expect(chat()).toEqual(['[Ana]', 'Hi', '[Ben]', 'Bye']);
	});
});
