import { existsSync, readdirSync, readFileSync } from 'node:fs';

import type ICAL from 'ical.js' with { 'resolution-mode': 'import' };

import { fitContact } from '../nodes/carried/fitContact';
import { completeContact } from '../nodes/contact/complete';
import type { Contact } from '../nodes/contact/contact';
import { readFields } from '../nodes/contact/read/fields';
import { decodeVCardFile } from '../nodes/contact/vcard/charset';
import { readVCards } from '../nodes/contact/vcard/read';
import { writeVCard, writeVCards } from '../nodes/contact/vcard/write';
import { providers } from '../nodes/providers';
import type { Provider, Target } from '../nodes/providers/provider';
import { readTarget } from '../nodes/providers/targetParameters';

type Ical = typeof ICAL;

const ROUNDS = 31;
const WARM_UP = 30;
const CARDS = 1000;
const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const REAL_CARDS = '../shared/vcards';

/** How many times as fast as ical.js we must be, at least. */
const GOALS = { read: 1, write: 2 };
/** Minimum cards mapped per second. */
const MAPPING_GOAL = 20_000;

void main();

async function main(): Promise<void> {
	const { default: ical } = await import('ical.js');
	console.log(`medians of ${ROUNDS} rounds in one run, Node.js ${process.version}\n`);
	benchReading(ical);
	benchWriting(ical);
	benchLinearity();
	benchMapping();
}

/** From the node's fields to the body of each provider's request, with two phones to read. */
function benchMapping(): void {
	const items = Array.from({ length: CARDS }, (_, index) => fieldsOf(index));
	for (const provider of providers) {
		const target = readTarget(provider, TARGET);
		const [ms = 0] = medians([() => items.map((item) => mapped(item, provider, target))], 1);
		const perSecond = Math.round((CARDS / ms) * 1000);
		const result = perSecond >= MAPPING_GOAL ? 'reached' : 'MISSED';
		console.log(
			`map fields to ${provider.displayName.padEnd(9)}${perSecond.toLocaleString('en').padStart(9)} cards/s, goal ${MAPPING_GOAL.toLocaleString('en')}: ${result}`,
		);
	}
}

function mapped(item: unknown, provider: Provider, target: Target): string {
	const contacts = readFields(item).map((contact, index) => {
		const completed = completeContact(contact, { whatsappId: 'fromPhone' });
		if ('problem' in completed) throw new Error(completed.problem);
		return fitContact(completed, index + 1, provider, 'warn').contact;
	});
	const [first, ...others] = contacts;
	if (first === undefined) throw new Error('No contact was read');
	return JSON.stringify(provider.request({ id: '', contacts: [first, ...others] }, target).body);
}

/** Parameters for every provider's target; each reads the ones that it has. */
const TARGET = {
	recipient: '+5512996130832',
	agentId: 'agent',
	conversationId: 'conversation',
	instance: 'instance',
	instanceName: 'instance',
	session: 'default',
	chatId: '6001',
	addressBy: 'phone',
	customPath: '/send',
	customBody: '{}',
};

/** The Contacts parameter with one contact, as n8n gives it. */
function fieldsOf(index: number): unknown {
	const phone = [
		{ phone: `+55 12 99613-${1000 + index}`, type: 'CELL', waId: '' },
		{ phone: `+44 20 7946 ${1000 + index}`, type: 'WORK', waId: '' },
	];
	const contact = {
		formattedName: `João ${index} da Conceição`,
		firstName: `João ${index}`,
		lastName: 'da Conceição',
		company: 'Example, Inc.',
		phones: { phone },
		emails: { email: [{ email: `joao.${index}@example.com`, type: 'HOME' }] },
	};
	return { contact: [contact] };
}

function benchReading(ical: Ical): void {
	const text = writeVCards(Array.from({ length: CARDS }, (_, index) => contactOf(index)));
	compareReading(ical, `${CARDS} cards of ${kilobytes(text.length / CARDS)}`, text, CARDS);
	const real = largestRealFile();
	if (real !== undefined)
		compareReading(ical, `${real.name}, ${kilobytes(real.text.length)}`, real.text, 1);
}

function compareReading(ical: Ical, name: string, text: string, cards: number): void {
	const [ours, theirs] = compare(
		() => readVCards(text),
		() => ical.parse(text),
		Math.ceil((4 * MEGABYTE) / text.length),
	);
	console.log(`read ${name}`);
	for (const [who, ms] of [
		['this package', ours],
		['ical.js', theirs],
	] as const) {
		const perSecond = Math.round((cards / ms) * 1000).toLocaleString('en');
		const megabytes = ((text.length / MEGABYTE / ms) * 1000).toFixed(1);
		console.log(
			`  ${who.padEnd(14)}${perSecond.padStart(9)} cards/s ${megabytes.padStart(8)} MB/s`,
		);
	}
	console.log(`  ${verdict(theirs / ours, GOALS.read)}\n`);
}

function benchWriting(ical: Ical): void {
	const contacts = Array.from({ length: CARDS }, (_, index) => contactOf(index));
	const components = contacts.map((contact) => ical.Component.fromString(writeVCard(contact)));
	const [ours, theirs] = compare(
		() => contacts.map(writeVCard),
		() => components.map((component) => component.toString()),
	);
	console.log(`write ${CARDS} cards of ${kilobytes(writeVCards(contacts).length / CARDS)}`);
	for (const [who, ms] of [
		['this package', ours],
		['ical.js', theirs],
	] as const) {
		const perSecond = Math.round((CARDS / ms) * 1000).toLocaleString('en');
		console.log(`  ${who.padEnd(14)}${perSecond.padStart(9)} cards/s`);
	}
	console.log(`  ${verdict(theirs / ours, GOALS.write)}\n`);
}

/** Time per byte of reading 10 MB, as a multiple of that of 1 KB: about 1 if time is linear. */
function benchLinearity(): void {
	const card = writeVCard(contactOf(0));
	const shapes: Array<readonly [string, (size: number) => string]> = [
		['cards of 1 KB', (size) => card.repeat(Math.ceil(size / card.length))],
		[
			'one folded value',
			(size) => cardWith(`NOTE:${'x'.repeat(68)}${`\r\n ${'x'.repeat(74)}`.repeat(size / 77)}`),
		],
		['one line', (size) => cardWith(`NOTE:${'x'.repeat(size)}`)],
		['semicolons', (size) => cardWith(`N:${';'.repeat(size)}`)],
	];
	for (const [name, textOf] of shapes) {
		const times = [KILOBYTE, 10 * MEGABYTE].map((size) => {
			const text = textOf(size);
			const [ms = 0] = medians([() => readVCards(text)], Math.ceil(MEGABYTE / text.length));
			return ms / text.length;
		});
		const [small = 0, large = 0] = times;
		console.log(
			`read 10 MB against 1 KB, ${name}: ${(large / small).toFixed(2)} times the time per byte`,
		);
	}
}

function compare(ours: () => unknown, theirs: () => unknown, repeats = 1): [number, number] {
	const [ourTime = 0, theirTime = 0] = medians([ours, theirs], repeats);
	return [ourTime, theirTime];
}

/**
 * Median milliseconds of one run of each function, from rounds of `repeats` runs. The functions take
 * turns, so that a busy machine slows all of them.
 */
function medians(functions: ReadonlyArray<() => unknown>, repeats: number): number[] {
	const times = functions.map((): number[] => []);
	for (let round = 0; round < WARM_UP + ROUNDS; round++) {
		functions.forEach((run, index) => {
			const start = performance.now();
			for (let at = 0; at < repeats; at++) run();
			if (round >= WARM_UP) times[index]?.push((performance.now() - start) / repeats);
		});
	}
	return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
}

function verdict(ratio: number, goal: number): string {
	const result = ratio >= goal ? 'reached' : 'MISSED';
	return `${ratio.toFixed(2)} times as fast as ical.js, goal ${goal}: ${result}`;
}

function kilobytes(length: number): string {
	return `${(length / KILOBYTE).toFixed(1)} KB`;
}

function cardWith(line: string): string {
	return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\n${line}\r\nEND:VCARD\r\n`;
}

function largestRealFile(): { name: string; text: string } | undefined {
	if (!existsSync(REAL_CARDS)) return undefined;
	const files = readdirSync(REAL_CARDS)
		.filter((name) => name.endsWith('.vcf'))
		.map((name) => ({ name, text: decodeVCardFile(readFileSync(`${REAL_CARDS}/${name}`)) }));
	return files.sort((a, b) => b.text.length - a.text.length)[0];
}

/** A contact whose card is about 1 KB, as in a well-kept address book. */
function contactOf(index: number): Contact {
	return {
		name: {
			formatted_name: `Dr. João ${index} da Conceição, Jr.`,
			first_name: `João ${index}`,
			last_name: 'da Conceição',
			prefix: 'Dr.',
			suffix: 'Jr.',
		},
		phones: [
			{ phone: `+551299613${1000 + index}`, type: 'CELL', wa_id: `551299613${1000 + index}` },
			{ phone: '+551239411234', type: 'WORK' },
			{ phone: '+551239411235', type: 'Sítio' },
		],
		emails: [
			{ email: `joao.${index}@example.com`, type: 'HOME' },
			{ email: `conceicao.${index}@example.org`, type: 'WORK' },
		],
		addresses: [
			{
				street: 'Rua das Laranjeiras, 120; bloco B',
				city: 'São José dos Campos',
				state: 'SP',
				zip: '12200-000',
				country: 'Brasil',
				country_code: 'BR',
				type: 'HOME',
			},
		],
		org: { company: 'Example, Inc.', department: 'Sales', title: 'Head of Sales' },
		urls: [{ url: `https://example.com/people/${index}`, type: 'WORK' }],
		birthday: '1990-05-15',
		nickname: 'Jota',
		note:
			'Met at the fair in May; speaks Portuguese, Spanish and English.\n' +
			'Calls back in the afternoon, not on Mondays; prefers messages to calls and knows the region well. ' +
			'Asked for the price list of the coming season, the terms of delivery and two samples of each colour. ' +
			'His colleague Marina stands in for him in July and in December, with the same telephone number.',
	};
}
