/** Starts the sandbox: a server that plays every provider, with its inbox and its views. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LOOPBACK, namesOf, urlHost } from './address';
import { adminAnswer } from './admin';
import { portOf, readBody, write } from './connection';
import { playFault, type RequestEnd } from './faults/answers';
import { Faults, readFault, type Fault } from './faults/rules';
import { ASSETS } from './inbox/assets';
import { refusalOf } from './inbox/guard';
import { Inbox } from './inbox/inbox';
import type { ServerTools } from './provider';
import { HIDDEN } from './redact';
import { credentialsAt, otherCredentialsAt } from './registry';
import { routeOf, routesOf, type Route } from './routes';
import type { Sandbox, SandboxOptions } from './sandbox';
import { Store } from './store';
import { json, SandboxRequest, type HttpAnswer } from './toolkit/http';
import { recipientKey } from './toolkit/recipient';
import { Traffic } from './traffic';
import { Waits } from './waits';

export type { Sandbox, SandboxOptions } from './sandbox';

/** The path of the stream of events for open pages. */
const EVENTS = `${ASSETS}events`;

/** Keeps browsers from caching the sandbox's pages, guessing another type, or giving them to other web pages. */
const OWN_HEADERS = {
	'cache-control': 'no-store',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
};

/** Starts a sandbox, by default on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.now ?? Date.now;
	const latencyMs = options.latencyMs ?? 0;
	const host = options.host ?? LOOPBACK;
	const store = new Store(options.keep ?? 'all');
	const faults = new Faults(() => inbox.faultsChanged());
	const traffic = new Traffic();
	const waits = new Waits();
	let sequence = 0;

	const makeRoutes = (): Route[] => {
		const tools: Omit<ServerTools, 'keepCard'> = {
			now,
			nextNumber: () => ++sequence,
			wait: (ms) => waits.wait(ms),
		};
		return routesOf(
			(id) => ({
				...tools,
				keepCard: (card) => {
					store.keep({ ...card, provider: id }, now());
				},
			}),
			options.settings,
		);
	};
	let routes = makeRoutes();

	async function answerProvider(
		{ id, server: provider }: Route,
		request: SandboxRequest,
		outgoing: ServerResponse,
		arrived: number,
	): Promise<RequestEnd> {
		const isSend = provider.isSend(request);
		const recipient = isSend ? provider.recipientOf(request) : '';
		const end = traffic.begin(id, recipientKey(recipient));
		let ending: RequestEnd = { kind: 'reset' };
		let fault: Fault | null = null;
		try {
			if (latencyMs > 0) await waits.wait(latencyMs - (performance.now() - arrived));
			const proceed = async (): Promise<HttpAnswer> => provider.handle(request);
			fault = faults.strike(id, recipient, isSend);
			ending =
				fault === null
					? { kind: 'answer', answer: await proceed() }
					: await playFault(fault, {
							now,
							wait: (ms) => waits.wait(ms),
							proceed,
							provider,
							request,
						});
		} finally {
			if (ending.kind === 'hang') outgoing.once('close', end);
			else end();
		}
		const answer = ending.kind === 'answer' ? ending.answer : undefined;
		store.logRequest({
			at: now(),
			provider: id,
			recipient,
			request,
			status: answer?.status ?? 0,
			reason: answer?.reason ?? (fault === null ? '' : `fault ${fault.kind}`),
			answer: fault?.kind === 'echo' ? HIDDEN : (answer?.body ?? ''),
		});
		return ending;
	}

	async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const arrived = performance.now();
		const body = await readBody(incoming);
		const { method = 'GET', url = '/', headers } = incoming;
		const route = routeOf(url, routes);
		const request = new SandboxRequest(method, url, route?.prefix ?? '', headers, body);
		const refusal = refusalOf(
			{ method, headers, toProvider: route !== undefined, forPage: request.path === '/' },
			namesOf(host, port),
		);
		if (refusal !== null) {
			write(outgoing, json(403, { error: refusal }));
			return;
		}
		if (route === undefined && request.path === EVENTS && method === 'GET') {
			inbox.open(outgoing);
			return;
		}
		const ending: RequestEnd =
			route === undefined
				? { kind: 'answer', answer: await ownAnswer(request) }
				: await answerProvider(route, request, outgoing, arrived);
		if (ending.kind === 'reset') incoming.socket.destroy();
		else if (ending.kind === 'answer') write(outgoing, ending.answer);
	}

	/** The inbox, and the views and controls beside it: only for this machine. */
	async function ownAnswer(request: SandboxRequest): Promise<HttpAnswer> {
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
		server.listen(options.port ?? 0, host, resolve);
	});
	const port = portOf(server.address());
	const url = `http://${urlHost(host)}:${String(port)}`;

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
			routes = makeRoutes();
		},
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			waits.end();
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
