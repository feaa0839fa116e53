import type { RequestListener } from 'node:http';

import type { INode } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { logged } from './log';
import { cardsTo, send, serve } from './workflow';

const SECRET = '1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

/** What a service says of a long secret without saying it as it is. */
const PIECES: Record<string, string> = {
	'its second half': `bot id known, secret ${SECRET.slice(10)}`,
	'its beginning': `Unknown token ${SECRET.slice(0, 30)}...`,
	'it in upper case': SECRET.toUpperCase(),
	'it in two fields': JSON.stringify({ id: SECRET.slice(0, 20), key: SECRET.slice(20) }),
};

type ProviderId = keyof typeof PROVIDER_ROWS;

/** Ways to answer with a text of which a piece of a secret is a part. */
const ANSWERS: Array<(provider: ProviderId, text: string) => RequestListener> = [
	(_, text) => (_request, response) => response.writeHead(400).end(text),
	(_, text) => (_request, response) =>
		response.writeHead(500).end(JSON.stringify({ message: text, code: text, error: { text } })),
	(_, text) => (_request, response) =>
		response.writeHead(302, { location: `/${encodeURI(text)}` }).end(),
	(_, text) => (_request, response) => response.end(text),
	(provider, text) => (_request, response) =>
		response.end(JSON.stringify(PROVIDER_ROWS[provider].receipt(text))),
];
const MODES: Array<Partial<INode>> = [
	{},
	{ onError: 'continueRegularOutput' },
	{ onError: 'continueErrorOutput' },
];

/** Every text in a value, also in hidden properties and causes. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	return Object.getOwnPropertyNames(value).flatMap((name) => [
		name,
		...textsIn(Reflect.get(value, name), seen),
	]);
}

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
});

describe.each<[ProviderId, string]>([
	['telegram', 'botToken'],
	['greenApi', 'apiTokenInstance'],
	['zApi', 'token'],
	['gowa', 'password'],
])('%s (%s)', (provider, field) => {
	it.each(Object.keys(PIECES))(
		'never reveals a long secret where a service says %s',
		async (of) => {
			const text = PIECES[of] ?? '';
			for (const [way, answer] of ANSWERS.entries()) {
				const server = await serve((request, response) => {
					request.resume();
					response.setHeader('x-debug', text);
					answer(provider, text)(request, response);
				});
				logged.length = 0;
				const { run, error } = await send(sandbox, {
					items: cardsTo(1),
					parameters: { ...PROVIDER_ROWS[provider].parameters, provider },
					options: { output: 'raw', maxRetries: 0 },
					credentials: { [provider]: { [field]: SECRET, baseUrl: server.url } },
					node: MODES[way % MODES.length] ?? {},
				});
				await server.close();
				const texts = [run.data, error, logged].flatMap((value) => textsIn(value));
				expect(texts.length).toBeGreaterThan(0);
				for (const hidden of [SECRET.slice(10, 30), SECRET.slice(0, 20), SECRET.slice(25)]) {
					const said = texts.filter((each) => each.toLowerCase().includes(hidden.toLowerCase()));
					expect({ way, said }).toEqual({ way, said: [] });
				}
			}
		},
	);
});
