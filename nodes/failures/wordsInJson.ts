import { withoutStack } from './stackLines';

/** How much of an answer is read: no server says what is wrong deeper or later than that. */
const MAX_VALUES = 1000;
const MAX_LEVELS = 200;
const MAX_TEXTS = 10;

/** Keys under which servers say what is wrong, most specific first; later ones count only if no earlier one is there. */
const KEYS: readonly RegExp[] = [
	/^(error_?user_?msg|(error|developer)?_?messages?|msg|error_?msg)$/i,
	/^(error_?)?(details?|description|reason)s?$/i,
	/^(err|errors?|title|exception|cause)$/i,
];

/**
 * The words in an answer, each once, however deeply they are nested: `{"response":{"message":[["too long"]]}}`, or JSON
 * within JSON. Undefined if it is not JSON, or has no words.
 */
export function wordsInJson(text: string): string | undefined {
	const json = parsed(text);
	return json === undefined ? undefined : wordsIn(json);
}

/** As {@link wordsInJson}, for JSON that has been parsed. */
export function wordsIn(json: object): string | undefined {
	const found = KEYS.map((): string[] => []);
	const waiting: Place[] = [{ value: json, rank: undefined, level: 0 }];
	for (let visited = 0; visited < MAX_VALUES; visited += 1) {
		const place = waiting.pop();
		if (place === undefined) break;
		const { value, rank, level } = place;
		if (typeof value === 'string') {
			const within = parsed(value);
			if (within !== undefined) waiting.push({ value: within, rank, level: level + 1 });
			else if (rank !== undefined) found[rank]?.push(withoutStack(value).trim());
		} else if (typeof value === 'object' && value !== null && level < MAX_LEVELS) {
			waiting.push(...placesIn(value, rank, level + 1));
		}
	}
	const texts = found.find((each) => each.some((words) => words !== '')) ?? [];
	return texts.length === 0 ? undefined : once(texts).join('; ');
}

interface Place {
	value: unknown;
	/** Which of the keys it is under, also within a list. */
	rank: number | undefined;
	level: number;
}

/** The parts of a value, last first, since the last one is read next. */
function placesIn(value: object, rank: number | undefined, level: number): Place[] {
	if (Array.isArray(value)) {
		return value
			.slice(0, MAX_VALUES)
			.map((entry: unknown): Place => ({ value: entry, rank, level }))
			.reverse();
	}
	return Object.entries(value)
		.slice(0, MAX_VALUES)
		.map(([key, entry]: [string, unknown]): Place => {
			const own = KEYS.findIndex((pattern) => pattern.test(key));
			return { value: entry, rank: own < 0 ? undefined : own, level };
		})
		.reverse();
}

function once(texts: readonly string[]): string[] {
	const kept: string[] = [];
	for (const text of texts) {
		if (text !== '' && !kept.some((other) => other.includes(text))) kept.push(text);
		if (kept.length === MAX_TEXTS) break;
	}
	return kept;
}

function parsed(text: string): object | undefined {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		const json: unknown = JSON.parse(text);
		return typeof json === 'object' && json !== null ? json : undefined;
	} catch {
		return undefined;
	}
}
