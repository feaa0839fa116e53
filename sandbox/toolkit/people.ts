/** Invented names. The lengths of the two lists have no common factor, so every pair is used before one repeats. */
const FIRST_NAMES = [
	'Amara',
	'Bruno',
	'Citra',
	'Dewi',
	'Elif',
	'Farid',
	'Greta',
	'Hana',
	'Ivo',
	'Jun',
	'Kemal',
	'Lúcia',
	'Mateus',
	'Nadia',
	'Olek',
	'Priya',
	'Quim',
];
const LAST_NAMES = [
	'Albers',
	'Barros',
	'Cahyani',
	'Dogan',
	'Eriksen',
	'Fontes',
	'Gunawan',
	'Hayashi',
	'Ibsen',
	'Juric',
	'Kowal',
	'Lindqvist',
	'Moreira',
];

export interface Person {
	name: string;
	/** The international number without `+`. */
	number: string;
}

/**
 * The person with this index, the same in every run.
 * Numbers are from +44 7700 900000 to 900999, which Ofcom reserves for drama: they reach nobody.
 */
export function person(index: number): Person {
	const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
	const last = LAST_NAMES[index % LAST_NAMES.length] ?? '';
	return { name: `${first} ${last}`, number: `447700900${String(index % 1000).padStart(3, '0')}` };
}

/** The first `count` people. */
export function people(count: number): Person[] {
	return Array.from({ length: count }, (_, index) => person(index));
}

/** An ISO time `minutes` before noon UTC on 1 July 2026, when the generated data ends. */
export function minutesBefore(minutes: number): string {
	return new Date(Date.UTC(2026, 6, 1, 12) - minutes * 60_000).toISOString();
}
