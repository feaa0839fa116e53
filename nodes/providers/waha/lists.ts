import * as z from 'zod/mini';
import { matches, type ListSearch } from '../listSearch';

/** What some engines lose of a card. */
const ENGINE_WORDS: Readonly<Record<string, string>> = {
	WEBJS: 'WEBJS, sends no contact cards',
	WPP: 'WPP, sends only name and one phone, and no reply',
};

export const sessions: ListSearch = {
	request: () => ({ method: 'GET', path: '/api/sessions', query: { all: 'true' } }),
	page(response, filter) {
		const list = z
			.array(
				z.object({
					name: z.string(),
					status: z.nullish(z.string()),
					engine: z.nullish(z.object({ engine: z.nullish(z.string()) })),
					me: z.nullish(z.object({ id: z.nullish(z.string()), pushName: z.nullish(z.string()) })),
				}),
			)
			.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: list.data
				.filter(({ name, me }) => matches(filter, name, me?.id, me?.pushName))
				.map(({ name, status, engine, me }) => ({
					name: `${name} (${[status ?? 'unknown', engineWords(engine?.engine), me?.pushName].filter(Boolean).join(', ')})`,
					value: name,
				})),
		};
	},
};

function engineWords(engine: string | null | undefined): string | undefined {
	return engine === null || engine === undefined ? undefined : (ENGINE_WORDS[engine] ?? engine);
}

/** Whether a session ran the engine WPP when it was chosen from the list, judging by its label there. */
export function wasWpp(chosenName: string): boolean {
	return / \([A-Z_a-z]+, WPP, /.test(chosenName);
}
