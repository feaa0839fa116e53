import type { RequestListener } from 'node:http';

import fc from 'fast-check';
import type { ICredentialDataDecryptedObject, INode, INodeParameters } from 'n8n-workflow';

import { secretFields } from '../../nodes/failures/secrets';
import { providers } from '../../nodes/providers';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { logged } from './log';
import { cardsTo, send, serve, startSend, until } from './workflow';

/** Printed with a failure, so that it can be had again. */
const SEED = 20260701;

interface Account {
	provider: string;
	parameters: INodeParameters;
	/** The field that holds the secret. */
	secret: string;
	others: ICredentialDataDecryptedObject;
	/** A receipt with this text as its message id. */
	receipt(id: string): unknown;
}

/** Every secret of every provider: in a header, in basic authentication, in the body, in the path, in a signature. */
const accounts: Account[] = providers.flatMap(({ id, credential }) => {
	const row = Object.entries(PROVIDER_ROWS).find(([known]) => known === id)?.[1];
	if (row === undefined) throw new Error(`There is no row for ${id}`);
	const { recipient: _itsOwn, ...parameters } = row.parameters;
	return secretFields(credential.properties).flatMap((secret) =>
		(row.credentials ?? [{}]).map((others): Account => ({
			provider: id,
			parameters,
			secret,
			others,
			receipt: (text) => row.receipt(text),
		})),
	);
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The places where a provider may say a secret again. */
const places: Record<string, (secret: string) => string> = {
	header: (secret) => `Authorization: Bearer ${secret}`,
	basic: (secret) => `Authorization: Basic ${base64(`sandbox:${secret}`)}`,
	query: (secret) => `GET /send?access_token=${encodeURIComponent(secret)}&to=1`,
	form: (secret) => new URLSearchParams({ token: secret }).toString(),
	path: (secret) => `/bot${encodeURIComponent(secret)}/send`,
	body: (secret) => JSON.stringify({ access_token: secret }),
	bodyInBody: (secret) => JSON.stringify({ body: JSON.stringify({ access_token: secret }) }),
	userInfo: (secret) => `http://sandbox:${encodeURIComponent(secret)}@localhost/api`,
	page: (secret) =>
		`<html><body><p>${secret.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p></body></html>`,
	numbers: (secret) => [...secret].map((each) => `&#${each.codePointAt(0) ?? 0};`).join(''),
	percent: (secret) =>
		[...secret].map((each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
	escapes: (secret) =>
		[...secret].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
	split: (secret) => [...secret].join('\u200b'),
	inBase64: (secret) => base64(`{"token":${JSON.stringify(secret)}}`),
	inHex: (secret) => Buffer.from(secret).toString('hex'),
	end: (secret) => `${'x'.repeat(195)}${secret}`,
	farEnd: (secret) => `${'x'.repeat(995)}${secret}`,
};

/** Ways to answer with a text of which a secret is a part. */
const answers: Record<string, (account: Account, text: string) => RequestListener> = {
	plain: (_account, text) => (_request, response) => response.writeHead(400).end(text),
	json: (_account, text) => (_request, response) =>
		response
			.writeHead(500)
			.end(JSON.stringify({ message: text, error: { message: text, code: 1 } })),
	code: (_account, text) => (_request, response) =>
		response
			.writeHead(400)
			.end(JSON.stringify({ code: text, error: { code: text, message: 'No' } })),
	redirect: (_account, text) => (_request, response) =>
		response.writeHead(302, { location: `/${encodeURI(text)}` }).end(),
	success: (_account, text) => (_request, response) => response.end(text),
	receipt: (account, text) => (_request, response) =>
		response.end(JSON.stringify(account.receipt(text))),
};

const modes: Array<Partial<INode>> = [
	{},
	{ onError: 'continueRegularOutput' },
	{ onError: 'continueErrorOutput' },
];

/** Every text in a value: of all own properties, also hidden ones, their names, and of causes. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	const names = Object.getOwnPropertyNames(value);
	return names.flatMap((name) => [name, ...textsIn(Reflect.get(value, name), seen)]);
}

/** What must be in no text: the secret as anybody would spell it. */
function spellingsOf(secret: string): string[] {
	return [
		secret,
		encodeURIComponent(secret),
		new URLSearchParams({ '': secret }).toString().slice(1),
		JSON.stringify(secret).slice(1, -1),
		JSON.stringify(JSON.stringify(secret)).slice(3, -3),
		base64(secret).replace(/=+$/, ''),
		base64(`sandbox:${secret}`).replace(/=+$/, ''),
		...['numbers', 'percent', 'escapes', 'split', 'inHex'].map(
			(place) => places[place]?.(secret) ?? secret,
		),
	];
}

function expectNone(values: readonly unknown[], secret: string): void {
	const texts = values.flatMap((value) => [...textsIn(value), JSON.stringify([value])]);
	for (const spelling of spellingsOf(secret)) {
		expect(texts.find((text) => text.includes(spelling))).toBeUndefined();
	}
	// Nor half of it, where something was cut.
	expect(
		texts.find((text) => /Zq7\S/.test(text) && text.includes(secret.slice(0, 5))),
	).toBeUndefined();
}

/** Secrets begin like no other text, and go on with anything that a header carries. */
const anySecret = fc
	.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 30 })
	.map((text) => `Zq7${text.trim()}`)
	.filter((text) => text.length >= 6);

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => {
	sandbox.reset();
});
afterAll(async () => {
	await sandbox.close();
});

describe.each(accounts)('$provider ($secret)', (account) => {
	const { provider, parameters, secret: field, others } = account;

	it('never reveals its secret, wherever and however the provider says it again', async () => {
		await fc.assert(
			fc.asyncProperty(
				anySecret,
				fc.constantFrom(...Object.keys(places)),
				fc.constantFrom(...Object.keys(answers)),
				fc.constantFrom(...modes),
				fc.constantFrom('simplified', 'raw'),
				async (secret, place, way, node, output) => {
					const text = places[place]?.(secret) ?? '';
					const server = await serve((request, response) => {
						request.resume();
						answers[way]?.(account, text)(request, response);
					});
					logged.length = 0;
					const { run, error } = await send(sandbox, {
						items: cardsTo(2),
						parameters: { ...parameters, provider },
						options: { output, maxRetries: 0 },
						credentials: { [provider]: { ...others, [field]: secret, baseUrl: server.url } },
						node,
					});
					await server.close();
					expectNone([run.data, error, logged], secret);
				},
			),
			{ numRuns: 40, seed: SEED },
		);
	});

	it('never reveals its secret where the provider says the whole request again', async () => {
		sandbox.fault({ kind: 'echo' });
		const secret = 'Zq7/s3cret+"of"\\many &<signs>';
		for (const node of modes) {
			logged.length = 0;
			const { run, error } = await send(sandbox, {
				items: cardsTo(2),
				parameters: { ...parameters, provider },
				options: { maxRetries: 0 },
				credentials: { [provider]: { ...others, [field]: secret } },
				node,
			});
			expectNone([run.data, error, logged], secret);
		}
	});

	it('never reveals the user and password of its base URL', async () => {
		sandbox.fault({ kind: 'echo' });
		const secret = 'Zq7/s3cret@of:many signs';
		const id = PROVIDER_IDS.find((known) => known === provider);
		const { host, pathname } = new URL(sandbox.credentials[id!].baseUrl);
		const baseUrl = `http://sandbox:${encodeURIComponent(secret)}@${host}${pathname}`;
		for (const operation of ['send', 'preview']) {
			const { run, error } = await send(sandbox, {
				items: cardsTo(1),
				parameters: { ...parameters, provider, operation },
				credentials: { [provider]: { ...others, [field]: '', baseUrl } },
				node: { onError: 'continueRegularOutput' },
			});
			expectNone([run.data, error], secret);
			expectNone([run.data, error], encodeURIComponent(secret));
		}
	});

	it('never reveals its secret in a preview', async () => {
		const secret = 'Zq7/s3cret+"of"\\many &<signs>';
		const { run } = await send(sandbox, {
			items: cardsTo(1),
			parameters: { ...parameters, provider, operation: 'preview' },
			credentials: { [provider]: { ...others, [field]: secret } },
		});
		expectNone([run.data], secret);
		expect(JSON.stringify(run.data)).toContain('***');
	});
});

it.each([
	'http:\\\\jane:Zq7word@localhost:1',
	'http:/jane:Zq7word@localhost:1',
	'http:jane:Zq7word@localhost:1',
	'http:///jane:Zq7word@localhost:1',
	'ht\ttp://jane:Zq7\nword@localhost:1/',
	'HTTP://jane:%5aq7word@LOCALHOST:1/a/../',
])('never reveals the user and password of a base URL that is spelled %j', async (baseUrl) => {
	for (const operation of ['preview', 'send']) {
		const { run, error } = await send(sandbox, {
			items: cardsTo(1),
			parameters: { operation },
			options: { maxRetries: 0 },
			credentials: { gowa: { baseUrl } },
			node: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expectNone([run.data], 'Zq7word');
		const shown = JSON.stringify(run.data);
		expect(shown).not.toMatch(/jane|q7word/);
		if (operation === 'preview') expect(shown).toContain('http://***@localhost:1/send/contact');
	}
});

it('never reveals a secret in the log of a workflow that was stopped', async () => {
	const secret = 'Zq7secret-id';
	let requests = 0;
	const server = await serve((request, response) => {
		request.resume();
		requests += 1;
		if (requests === 1)
			response.end(JSON.stringify({ code: 'SUCCESS', results: { message_id: secret } }));
	});
	logged.length = 0;
	const running = startSend(sandbox, {
		items: cardsTo(2),
		options: { concurrency: 1 },
		credentials: { gowa: { password: secret, baseUrl: server.url } },
	});
	await until(() => requests === 2);
	running.stop();
	const { run } = await running.finished;
	await server.close();
	expect(logged).toEqual([
		'Send Contact Card: The workflow was canceled: 1 of 2 cards were sent (***)',
	]);
	expectNone([run.data, logged], secret);
});

it('finds a secret where there is one, so that finding none means something', async () => {
	const { run } = await send(sandbox, { items: cardsTo(1) });
	expect(() => expectNone([run.data], '447700900000')).toThrow();
	const hidden = new Error('Failed');
	Object.defineProperty(hidden, 'config', {
		value: { headers: { token: 'Zq7abc' } },
		enumerable: false,
	});
	expect(() => expectNone([new Error('Outer', { cause: hidden })], 'Zq7abc')).toThrow();
});
