import { z } from 'zod';

import { readPhone } from '../../nodes/contact/phone/phone';
import { providers } from '../../nodes/providers';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

/**
 * What becomes of every kind of number through every provider, as its server builds the card: the phone shows the same
 * person's number, or nothing goes out, or the number is as it was typed, with a warning that is true.
 */

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ settings: { ryzeapi: { perMinute: 10_000 } } });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** Numbers as typed, without Default Country unless told, and whose they are; null where nobody can tell. */
const NUMBERS: ReadonlyArray<[typed: string, e164: string | null, defaultCountry?: string]> = [
	['+55 12 99613-0832', '+5512996130832'],
	['0055 12 99613-0832', '+5512996130832'],
	['5512996130832', '+5512996130832'],
	['5512996130832@c.us', '+5512996130832'],
	['tel:+55-12-99613-0832', '+5512996130832'],
	['+1 201 555 0123 ext. 12', '+12015550123'],
	['0057 321 1234567', '+573211234567', 'CO'],
	['4917612345678', '+4917612345678', 'DE'],
	['030/123456', '+4930123456', 'DE'],
	['(12) 99613-0832', '+5512996130832', 'BR'],
	['(12) 99613-0832', null],
	['912 345 678', null],
	['0812 3456 7890', null],
	['12996130832', null],
	['62811234567', null, 'DE'],
	['1-800-FLOWERS', null],
	['+49 30 1234567/8', null],
	['+44 7700 900123;900124', null],
	['069 1234 069 1235', null, 'DE'],
	['5.513E+12', null],
	['112', null],
	['*100#', null],
];

const sentItem = z.object({
	status: z.literal('sent'),
	warnings: z.array(z.object({ field: z.string(), message: z.string() })),
});
const refusedItem = z.object({
	error: z.string().regex(/phone number/),
	outcome: z.literal('notSent'),
});
/** Digits that Evolution API gets in the place of a WhatsApp ID that it would make up. */
const NOBODY = '0000000000';
const nameOf = (index: number) => `Ana ${index}`;
const digitsOf = (text: string) => text.replace(/\D/g, '');

describe.each(providers)('$id', (provider) => {
	const id = PROVIDER_IDS.find((known) => known === provider.id);
	const { parameters } = PROVIDER_ROWS[id!];

	it('shows each number as the one that it is, as typed, or not at all', async () => {
		const run = await runSend(
			sandbox,
			{
				operation: 'send',
				provider: provider.id,
				...parameters,
				contactSource: 'json',
				contactsJson: '={{ { name: $json.name, phones: [{ phone: $json.phone }] } }}',
				options: { defaultCountry: '={{ $json.country }}' },
			},
			{
				items: NUMBERS.map(([phone, , country = ''], index) => ({
					name: nameOf(index),
					phone,
					country,
				})),
				onError: 'continueRegularOutput',
			},
		);
		const items = outputs(run);
		expect(items).toHaveLength(NUMBERS.length);
		const arrived = new Map(
			sandbox
				.deliveries()
				.flatMap(({ contacts }) => contacts)
				.map(({ name, phones }) => [name.formatted_name, phones[0]]),
		);
		const becameOf = NUMBERS.map(([typed, e164], index) => {
			const phone = arrived.get(nameOf(index));
			return [
				typed,
				phone === undefined ? refusal(e164, items[index]) : fate(typed, e164, phone, items[index]),
			];
		});
		expect(becameOf.filter(([, what]) => typeof what === 'string' && what.startsWith('!'))).toEqual(
			[],
		);
	});
});

interface Shown {
	phone: string;
	wa_id?: string;
}

/** What became of a number that went nowhere; with `!` where that is wrong. */
function refusal(e164: string | null, item: unknown): string {
	if (e164 !== null) return `! refused: ${JSON.stringify(item)}`;
	return refusedItem.safeParse(item).success ? 'refused' : `! ${JSON.stringify(item)}`;
}

/** What became of a number that arrived; with `!` where the phone shows what it must not. */
function fate(
	typed: string,
	e164: string | null,
	{ phone, wa_id: waId = '' }: Shown,
	item: unknown,
): string {
	const { warnings } = sentItem.parse(item);
	const id = digitsOf(waId.split('@')[0] ?? '');
	const isTold = (words: string) => warnings.some(({ message }) => message.includes(words));
	if (e164 !== null) {
		const isRight = `+${digitsOf(phone)}` === e164 && ['', NOBODY, digitsOf(e164)].includes(id);
		return isRight ? 'right' : `! ${phone} ${waId}`;
	}
	if (readPhone(typed).kind === 'short') {
		return phone === typed || isTold(`shows "${phone}"`) ? 'short' : `! ${phone}`;
	}
	const isAsTyped = phone.replace(/[;,]/g, ' ') === typed.replace(/[;,]/g, ' ');
	return isAsTyped && ['', NOBODY].includes(id) && isTold('it is sent as typed')
		? 'as typed'
		: `! ${phone} ${waId}`;
}
