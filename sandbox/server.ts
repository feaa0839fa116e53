import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import {
	credentialsAt,
	otherCredentialsAt,
	type OtherCredentials,
	type SandboxCredentials,
} from './accounts';
import { adminAnswer } from './admin';
import { playFault, type Struck } from './faultAnswers';
import { Faults, readFault, type Fault, type FaultRule } from './faults';
import { json, SandboxRequest, type Answer } from './http';
import { ASSETS } from './inbox/assets';
import { refusalOf } from './inbox/guard';
import { Inbox } from './inbox/inbox';
import type { Desk, ProviderServer } from './provider';
import { providerFactories } from './providers';
import { HIDDEN } from './redact';
import {
	recipientKey,
	Store,
	type Delivery,
	type DeliveryFilter,
	type LoggedRequest,
} from './store';
import { Traffic, type SandboxStats } from './traffic';
import { portOf, readBody, write } from './wire';

/** The sandbox listens here and nowhere else. */
const LOOPBACK = '127.0.0.1';

/** Where an open page gets its news. */
const EVENTS = `${ASSETS}events`;

/** No browser keeps what the sandbox shows, takes it for another type, or gives it to a page from elsewhere. */
const OWN_HEADERS = {
	'cache-control': 'no-store',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
};

export interface SandboxOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	/** The clock, in milliseconds since 1970: signatures, rate-limit windows and timestamps go by it. */
	now?: () => number;
	/** Milliseconds from the arrival of a request to every provider's answer. Default 0. */
	latencyMs?: number;
	/** `counts` keeps no cards and no requests, only numbers: for benchmarks. Default `all`. */
	keep?: 'all' | 'counts';
	/** RyzeAPI's requests a minute per token. Default 100, as documented. */
	ryzeapiPerMinute?: number;
	/** How long GOWA waits for WhatsApp before its 504, in milliseconds. Default 45,000. */
	gowaTimeoutMs?: number;
	/** Sends the sample workflows to this sandbox; its inbox then has a button for it. */
	samples?: (sandbox: Sandbox) => Promise<void>;
}

/** A running sandbox. */
export interface Sandbox {
	readonly url: string;
	readonly port: number;
	/** What to put into n8n's credentials, by provider. */
	readonly credentials: SandboxCredentials;
	readonly otherCredentials: OtherCredentials;
	/** The cards that were taken, in order. Empty with `keep: 'counts'`. */
	deliveries(filter?: DeliveryFilter): Delivery[];
	/** The last 2,000 requests to providers, secrets hidden. Empty with `keep: 'counts'`. */
	requests(): LoggedRequest[];
	/** How many cards were taken. */
	count(filter?: DeliveryFilter): number;
	stats(): SandboxStats;
	/** Puts a fault into force. Throws a ZodError when the rule is none. */
	fault(rule: FaultRule): void;
	faults(): ReadonlyArray<Readonly<Fault & { seen: number; struck: number }>>;
	clearFaults(): void;
	/** Forgets cards, requests and counts. */
	clear(): void;
	/** Forgets faults and rate-limit windows too; ids begin anew. */
	reset(): void;
	/** Ends all connections and stops. */
	close(): Promise<void>;
}

/** Starts a sandbox on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.now ?? Date.now;
	const latencyMs = options.latencyMs ?? 0;
	const store = new Store(options.keep ?? 'all');
	const faults = new Faults(() => inbox.faultsChanged());
	const traffic = new Traffic();
	const waits = new Map<NodeJS.Timeout, () => void>();
	let sequence = 0;

	const desk: Desk = {
		now,
		next: () => ++sequence,
		accept: (card) => {
			store.accept(card, now());
		},
		wait: (ms) =>
			new Promise((resolve) => {
				const timer = setTimeout(() => {
					waits.delete(timer);
					resolve();
				}, ms);
				waits.set(timer, resolve);
			}),
		settings: {
			ryzeapiPerMinute: options.ryzeapiPerMinute ?? 100,
			gowaTimeoutMs: options.gowaTimeoutMs ?? 45_000,
		},
	};
	let routes = routesOf(desk);

	async function answerProvider(
		provider: ProviderServer,
		request: SandboxRequest,
		outgoing: ServerResponse,
		arrived: number,
	): Promise<Struck> {
		const isSend = provider.isSend(request);
		const recipient = isSend ? provider.recipientOf(request) : '';
		const end = traffic.begin(provider.id, recipientKey(recipient));
		let struck: Struck = { kind: 'reset' };
		let fault: Fault | null = null;
		try {
			if (latencyMs > 0) await desk.wait(latencyMs - (performance.now() - arrived));
			const proceed = async (): Promise<Answer> => provider.handle(request);
			fault = faults.strike(provider.id, recipient, isSend);
			struck =
				fault === null
					? { kind: 'answer', answer: await proceed() }
					: await playFault(fault, { now, wait: desk.wait, proceed, provider, request });
		} finally {
			if (struck.kind === 'hang') outgoing.once('close', end);
			else end();
		}
		const answer = struck.kind === 'answer' ? struck.answer : undefined;
		store.logRequest({
			at: now(),
			provider: provider.id,
			recipient,
			request,
			status: answer?.status ?? 0,
			reason: answer?.reason ?? (fault === null ? '' : `fault ${fault.kind}`),
			answer: fault?.kind === 'echo' ? HIDDEN : (answer?.body ?? ''),
		});
		return struck;
	}

	async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const arrived = performance.now();
		const body = await readBody(incoming);
		const { method = 'GET', url = '/', headers } = incoming;
		const route = routes.find(
			({ prefix }) => url.startsWith(prefix) && ['/', '?', undefined].includes(url[prefix.length]),
		);
		const request = new SandboxRequest(method, url, route?.prefix ?? '', headers, body);
		const refusal = refusalOf(
			{ method, headers, toProvider: route !== undefined, forPage: request.path === '/' },
			port,
		);
		if (refusal !== null) {
			write(outgoing, json(403, { error: refusal }));
			return;
		}
		if (route === undefined && request.path === EVENTS && method === 'GET') {
			inbox.open(outgoing);
			return;
		}
		const struck: Struck =
			route === undefined
				? { kind: 'answer', answer: await ownAnswer(request) }
				: await answerProvider(route.provider, request, outgoing, arrived);
		if (struck.kind === 'reset') incoming.socket.destroy();
		else if (struck.kind === 'answer') write(outgoing, struck.answer);
	}

	/** The inbox, and the views and controls beside it: for this machine's eyes only. */
	async function ownAnswer(request: SandboxRequest): Promise<Answer> {
		const answer = (await inbox.answer(request)) ?? adminAnswer(request, sandbox);
		return { ...answer, headers: { ...OWN_HEADERS, ...answer.headers } };
	}

	const server = createServer((incoming, outgoing) => {
		respond(incoming, outgoing).catch((error: unknown) => {
			write(
				outgoing,
				json(500, { error: error instanceof Error ? error.message : 'unknown error' }),
			);
		});
	});
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		traffic.connected();
		socket.on('close', () => {
			sockets.delete(socket);
			traffic.disconnected();
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, LOOPBACK, resolve);
	});
	const port = portOf(server.address());
	const url = `http://${LOOPBACK}:${String(port)}`;

	const clear = () => {
		store.clear();
		traffic.clear();
	};
	const sandbox: Sandbox = {
		url,
		port,
		credentials: credentialsAt(url),
		otherCredentials: otherCredentialsAt(url),
		deliveries: (filter) => store.deliveries(filter),
		requests: () => store.requests(),
		count: (filter) => store.count(filter),
		stats: () => traffic.stats(store.count(), store.duplicates()),
		fault: (rule) => {
			faults.add(readFault(rule));
		},
		faults: () => faults.list(),
		clearFaults: () => {
			faults.clear();
		},
		clear,
		reset: () => {
			clear();
			faults.clear();
			sequence = 0;
			routes = routesOf(desk);
		},
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			for (const [timer, resolve] of waits) {
				clearTimeout(timer);
				resolve();
			}
			waits.clear();
			await closed;
		},
	};
	const { samples } = options;
	const inbox = new Inbox({
		store,
		sandbox,
		samples: samples === undefined ? undefined : () => samples(sandbox),
		startedAt: now(),
	});
	return sandbox;
}

interface Route {
	prefix: string;
	provider: ProviderServer;
}

function routesOf(desk: Desk): Route[] {
	return providerFactories.flatMap((create) => {
		const provider = create(desk);
		return provider.prefixes.map((prefix) => ({ prefix, provider }));
	});
}
