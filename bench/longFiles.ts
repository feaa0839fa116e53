import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { Contact } from '../nodes/contact/contact';
import { completeContacts } from '../nodes/contact/source/readSource';
import { readVCardFile } from '../nodes/contact/vcard/read';
import { writeVCard } from '../nodes/contact/vcard/write';
import { LongTask } from '../nodes/eventLoop/longTask';
import { print, type Figure } from './report';

const MEGABYTE = 1024 * 1024;
const SIZE = 50 * MEGABYTE;
/** DESIGN, Delivery: milliseconds in which n8n may do nothing else. */
const LONGEST_STRETCH = 50;
const NANOSECONDS = 1_000_000;

const PERSON: Contact = {
	name: { formatted_name: 'Zoë Lima', first_name: 'Zoë', last_name: 'Lima' },
	phones: [{ phone: '+447700900123', type: 'CELL', wa_id: '447700900123' }],
	...{ emails: [{ email: 'zoe@example.com' }], addresses: [], org: {}, urls: [] },
};

const BASE64 = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(3 * 12_000_000, 0x5a)]);

/** Files of 50 MB, each of which holds n8n up in a way of its own where it is read at a stretch. */
const FILES: ReadonlyArray<readonly [string, () => Buffer]> = [
	['cards', () => repeated(Buffer.from(writeVCard(PERSON)))],
	[
		'a million small cards',
		() => repeated(Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n')),
	],
	['cards in UTF-16', () => repeated(Buffer.from(writeVCard(PERSON), 'utf16le'))],
	[
		'cards in Windows-1252',
		() =>
			repeated(
				Buffer.from(
					'BEGIN:VCARD\nVERSION:2.1\nFN:Zo\xeb\nTEL:+447700900123\nEND:VCARD\n',
					'latin1',
				),
			),
	],
	['a photo in one line', () => card(`PHOTO;ENCODING=b;TYPE=JPEG:${BASE64.toString('base64')}`)],
	['a folded photo', () => card(folded(`PHOTO;ENCODING=b;TYPE=JPEG:${BASE64.toString('base64')}`))],
	[
		'a folded data URI',
		() => card(folded(`PHOTO:data:image/jpeg;base64,${BASE64.toString('base64')}`)),
	],
	['a note in one line', () => card(`NOTE:${'é'.repeat(SIZE / 2)}`)],
	['a folded note', () => card(folded(`NOTE:${'x'.repeat(SIZE)}`))],
	[
		'a note with soft line breaks',
		() => card(`NOTE;ENCODING=QUOTED-PRINTABLE:${'=C3=A9=\n'.repeat(SIZE / 8)}`),
	],
	['phones of one card', () => card('TEL:+447700900123\n'.repeat(SIZE / 18))],
	['text that is no vCard', () => Buffer.from('hello world\n'.repeat(SIZE / 12))],
	[
		'glued cards',
		() => repeated(Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:+447700900123\nEND:VCARD')),
	],
];

void main();

async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	for (const [name, bytes] of FILES) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		print(`50 MB: ${name}`, await measure(bytes()));
	}
}

async function measure(bytes: Buffer): Promise<Figure[]> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	const task = new LongTask();
	await task.yieldNow();
	delay.enable();
	const start = performance.now();
	const { contacts } = await readVCardFile(bytes, task);
	const read = performance.now();
	const completed = await completeContacts(contacts, {}, task).catch(() => ({ contacts: [] }));
	const end = performance.now();
	await task.yieldNow();
	delay.disable();
	return [
		{ what: 'contacts', value: completed.contacts.length, unit: '' },
		{ what: 'read', value: read - start, unit: 'ms' },
		{ what: 'completed', value: end - read, unit: 'ms' },
		{
			what: 'longest stretch of the event loop',
			value: delay.max / NANOSECONDS,
			unit: 'ms',
			goal: { most: LONGEST_STRETCH },
		},
	];
}

function repeated(card: Buffer): Buffer {
	return Buffer.concat(Array.from({ length: Math.ceil(SIZE / card.length) }, () => card));
}

function card(lines: string): Buffer {
	return Buffer.from(`BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n${lines}\nEND:VCARD\n`);
}

function folded(line: string): string {
	const pieces: string[] = [];
	for (let at = 0; at < line.length; at += 74) pieces.push(line.slice(at, at + 74));
	return pieces.join('\r\n ');
}
