/** The first letters of a name's first and last word, in place of a photo. */
export function initials(name: string): string {
	const words = name
		.replace(/^(?:dr|prof|mr|mrs|ms)\.?\s+/i, '')
		.split(/\s+/)
		.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
		.filter(Boolean);
	const [first = ''] = words;
	const last = words.length > 1 ? (words.at(-1) ?? '') : '';
	// In scripts without upper case, one character says as much as two
	return (first.toLowerCase() === first.toUpperCase() ? first : first + last).toUpperCase();
}

/** A hue for a text, from 0 to 359; always the same for the same text. */
export function hueOf(text: string): number {
	let hash = 0;
	for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360_007;
	return hash % 360;
}

/** A duration in the largest unit that fits: `7 days`, `24 hours`. */
export function duration(seconds: number): string {
	const units = [
		['day', 86_400],
		['hour', 3600],
		['minute', 60],
	] as const;
	// WhatsApp says "24 hours" and not "1 day"
	const [unit, length] = units.find(([, size]) => seconds >= size * (size === 86_400 ? 2 : 1)) ?? [
		'second',
		1,
	];
	const number = Math.round(seconds / length);
	return `${String(number)} ${unit}${number === 1 ? '' : 's'}`;
}

/** The time of day of an ISO time, in the reader's time zone. */
export function timeOf(iso: string): string {
	return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** The day of an ISO time. */
export function dayOf(iso: string, now: Date): string {
	const day = new Date(iso);
	if (day.toDateString() === now.toDateString()) return 'Today';
	return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A number with its noun: `1 card`, `3 cards`. */
export function count(number: number, noun: string): string {
	return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
