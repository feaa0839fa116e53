import fc from 'fast-check';

import { askNumbers, type NumberAnswer } from '../../nodes/delivery/askNumbers';
import type { AskSettings } from '../../nodes/delivery/askService';
import { paceOf } from '../../nodes/delivery/sendMessage';
import type { Answer } from '../../nodes/delivery/transport';
import { providers } from '../../nodes/providers';
import type { LookUpRequest, NumberLookUp, Provider } from '../../nodes/providers/provider';
import { readTarget } from '../../nodes/providers/targetParameters';
import { isProviderId, providerOf } from '../../sandbox/registry';
import { answer } from '../support/responses';
import { SelfAdvancingClock } from './clock';

/** Printed with a failure, so that it can be had again. */
const SEED = 20260701;

const SETTINGS: AskSettings = {
	concurrency: 5,
	messagesPerMinute: 0,
	interval: 0,
	maxRetries: 3,
	maxRetryWait: 60,
};

type Able = Provider & { lookUp: NumberLookUp };
const able = providers.filter((provider): provider is Able => provider.lookUp !== undefined);

function ableOf(id: string): Able {
	const provider = able.find((known) => known.id === id);
	if (provider === undefined) throw new Error(`${id} looks up nothing`);
	return provider;
}

/** Asks about numbers a service that answers as given, and gives what it was asked and when, in milliseconds. */
async function ask(
	provider: Able,
	numbers: readonly string[],
	answers: (request: LookUpRequest, index: number) => Answer,
	changes: Partial<AskSettings> = {},
	stop = new AbortController(),
) {
	if (!isProviderId(provider.id)) throw new Error(`The sandbox does not play ${provider.id}`);
	const target = readTarget(provider, providerOf(provider.id).parameters);
	const clock = new SelfAdvancingClock();
	const begin = clock.now();
	const settings = { ...SETTINGS, ...changes };
	const pace = paceOf(settings, clock);
	const asked: Array<{ at: number; request: LookUpRequest }> = [];
	const known = await askNumbers(
		numbers.map((number) => ({ number, target })),
		provider.lookUp,
		settings,
		{
			provider,
			clock,
			pace,
			redact: (text) => text,
			stop: stop.signal,
			transport: async (request) => {
				asked.push({ at: clock.now() - begin, request });
				await clock.sleep(10);
				return answers(request, asked.length - 1);
			},
		},
		new Map(),
	);
	const nextCard = async () => {
		await pace.admit(stop.signal);
		return clock.now() - begin;
	};
	return { known, times: asked.map(({ at }) => at), asked, nextCard };
}

const ok = (body: unknown): Answer => ({ kind: 'response', response: answer(200, body) });
const yes = ok({ numberExists: true });
const numbersFrom = (first: number, count: number) =>
	Array.from({ length: count }, (_, index) => `44770090${String(first + index).padStart(4, '0')}`);

describe('numbers are looked up', () => {
	it('no more often than the service says, one after the other', async () => {
		const { times } = await ask(ableOf('wawp'), numbersFrom(0, 4), () => yes);
		expect(times).toEqual([0, 1000, 2000, 3000]);
	});

	it('at the pace of the cards, and the cards wait for them', async () => {
		const { times, nextCard } = await ask(ableOf('waha'), numbersFrom(0, 4), () => yes, {
			messagesPerMinute: 3,
			concurrency: 1,
		});
		expect(times.slice(0, 3)).toEqual([0, 10, 20]);
		expect(times[3]).toBeGreaterThanOrEqual(60_000);
		expect(await nextCard()).toBeGreaterThanOrEqual(60_010);
	});

	it('again after the time that a 429 names, a few times', async () => {
		const busy: Answer = {
			kind: 'response',
			response: { ...answer(429, {}), headers: { 'retry-after': '7' } },
		};
		const once = await ask(ableOf('waha'), ['447700900001'], (_, index) =>
			index === 0 ? busy : yes,
		);
		expect(once.times).toEqual([0, 7010]);
		expect(once.known.get('447700900001')).toEqual({ onWhatsApp: true });
		const always = await ask(ableOf('waha'), ['447700900001'], () => busy, { maxRetries: 2 });
		expect(always.times).toEqual([0, 7010, 14_020]);
		expect(always.known.get('447700900001')).toEqual({ failed: 'WAHA answered 429' });
	});

	it('not after the workflow was stopped', async () => {
		const stop = new AbortController();
		const numbers = numbersFrom(0, 5);
		const { times, known } = await ask(
			ableOf('waha'),
			numbers,
			(_, index) => {
				if (index === 1) stop.abort();
				return yes;
			},
			{ concurrency: 1 },
			stop,
		);
		expect(times).toHaveLength(2);
		expect([...known.keys()]).toEqual(numbers.slice(0, 2));
	});

	it.each(able.map((provider) => [provider.id, provider] as const))(
		'by %s with at most as many in a request as it allows, each once',
		async (_, provider) => {
			const most = provider.lookUp.numbersPerRequest;
			const numbers = numbersFrom(0, most === 1 ? 3 : most + 1);
			const { asked } = await ask(provider, [...numbers, ...numbers], () => ok(everything([])));
			expect(asked).toHaveLength(most === 1 ? 3 : 2);
			const text = JSON.stringify(asked.map(({ request }) => request));
			for (const number of numbers) expect(text.split(number)).toHaveLength(2);
		},
	);
});

interface Listed {
	number: string;
	id: string;
}

/** An entry that says of a number that it has the account with this id, in the words of every service. */
function entry({ number, id }: Listed) {
	const jid = `${id}@s.whatsapp.net`;
	return {
		...{ number, query: number, Query: `+${number}`, input: number, inputPhone: number },
		...{ exists: true, isInWhatsapp: true, IsInWhatsapp: true, status: 'valid' },
		...{ jid, JID: jid, RemoteJID: jid, wa_id: id, outputPhone: id },
	};
}

/** An answer that says so of each, in the form of every service that answers with an object. */
function everything(listed: readonly Listed[]) {
	const entries = listed.map(entry);
	const [first] = entries;
	return {
		...{ success: true, message: 'success', code: 'SUCCESS' },
		...{ contacts: entries, numbers: entries, data: { Users: entries } },
		...{ registered: entries.map(({ jid }) => jid), results: { is_on_whatsapp: true } },
		...(first === undefined
			? {}
			: {
					...{ number: first.number, exists: true, whatsappId: first.jid },
					...{ numberExists: true, existsWhatsapp: true, chatId: first.jid },
					result: { _serialized: first.jid },
				}),
	};
}

/** What is known where a service says so of each, as an object or as a bare list. */
async function saying(provider: Able, numbers: readonly string[], listed: readonly Listed[]) {
	const isList = ['evolution', 'uazapi', 'zApi'].includes(provider.id);
	const body = isList ? listed.map(entry) : everything(listed);
	const { known } = await ask(provider, numbers, () => ok(body), { concurrency: 1 });
	return numbers.map((number) => known.get(number));
}

const idOf = (given: NumberAnswer | undefined) =>
	given !== undefined && 'waId' in given ? given.waId : undefined;

describe.each(able.map((provider) => [provider.id, provider] as const))('%s', (_, provider) => {
	const givesIds = !['gowa'].includes(provider.id);

	it('tells the id that differs by a digit that countries insert', async () => {
		const number = '5531987654321';
		const id = givesIds ? '553187654321' : undefined;
		expect(idOf((await saying(provider, [number], [{ number, id: id ?? number }]))[0])).toBe(id);
	});

	it("never gives a number another person's id", async () => {
		const digits = fc
			.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 13 })
			.map((all) => `4${all.join('')}`);
		await fc.assert(
			fc.asyncProperty(digits, digits, async (number, id) => {
				const [given] = await saying(provider, [number], [{ number, id }]);
				const waId = idOf(given);
				if (waId === undefined) return;
				expect(waId.slice(-7)).toBe(number.slice(-7));
				expect(waId.slice(0, 2)).toBe(number.slice(0, 2));
			}),
			{ seed: SEED, numRuns: 50 },
		);
	});

	it('believes nothing where the answers of two numbers are mixed up', async () => {
		if (provider.lookUp.numbersPerRequest === 1) return;
		const [one = '', other = ''] = ['447700900001', '447700900002'];
		const mixed = await saying(
			provider,
			[one, other],
			[
				{ number: one, id: other },
				{ number: other, id: one },
			],
		);
		expect(mixed).toEqual([
			{ failed: `the answer names another number, +${other}` },
			{ failed: `the answer names another number, +${one}` },
		]);
	});

	it('knows nothing after an answer of any other form', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (body) => {
				const { known } = await ask(provider, ['447700900001'], () => ok(body), { maxRetries: 0 });
				expect(known.get('447700900001')).toHaveProperty('failed');
			}),
			{ seed: SEED, numRuns: 50 },
		);
	});
});
