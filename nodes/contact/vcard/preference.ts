import type { Property } from './property';

/** RFC 6350, 5.3: 1 is the most preferred, 100 the least. */
const MOST = 1;
const LEAST = 100;

/** The properties, the preferred ones first (`PREF=1`, `TYPE=PREF`, `PREF`), else in their order. */
export function byPreference(properties: readonly Property[]): readonly Property[] {
	if (properties.length < 2) return properties;
	const ranked = properties.map((property) => ({ property, rank: rankOf(property) }));
	if (isAscending(ranked)) return properties;
	return ranked.sort((a, b) => a.rank - b.rank).map(({ property }) => property);
}

function isAscending(ranked: ReadonlyArray<{ rank: number }>): boolean {
	return ranked.every(({ rank }, index) => rank >= (ranked[index - 1]?.rank ?? MOST));
}

function rankOf({ parameters }: Property): number {
	for (const { name, value } of parameters) {
		if (name === 'PREF') {
			const rank = Number(value);
			if (Number.isInteger(rank) && rank >= MOST && rank <= LEAST) return rank;
		} else if (name === 'TYPE' && /(?:^|,)PREF(?:,|$)/i.test(value)) {
			return MOST;
		}
	}
	return LEAST + 1;
}
