/** The server side of the inbox: its page, the page's requests, and the events it gets. */
import type { ServerResponse } from 'node:http';
import type { Sandbox } from '../sandbox';
import type { LoggedRequest, Store, StoreEvent } from '../store';
import { json, text, type HttpAnswer, type SandboxRequest } from '../toolkit/http';
import { assetAnswer, ASSETS } from './assets';
import { cut, inboxCard, inboxDetails, indented, requestText, vcfFile } from './card';
import { faultKinds, inboxFaults } from './faultLabels';
import type { InboxEvent, InboxRefusal, InboxState } from './model';
import { inboxProviders } from './providers';

/** Maximum cards and refusals that the page shows; older ones are in the JSON views. */
const SHOWN_CARDS = 1000;
const SHOWN_REFUSALS = 200;

/** How soon a page reconnects after the connection broke, in milliseconds. */
const RETRY_MS = 1000;

const CARD = /^cards\/(\d+)(\.vcf)?$/;

/** What the inbox needs from its sandbox. */
export interface InboxParts {
	store: Store;
	sandbox: Sandbox;
	/** Sends the sample workflows, if this sandbox was started with them. */
	samples: (() => Promise<void>) | undefined;
	startedAt: number;
}

/** The web inbox: its page, the page's requests, and the stream of events to every open page. */
export class Inbox {
	private readonly pages = new Set<ServerResponse>();
	private sending = false;

	constructor(private readonly parts: InboxParts) {
		parts.store.watch((event) => this.pass(event));
	}

	/** Answers requests for the inbox; null for everything else. */
	async answer(request: SandboxRequest): Promise<HttpAnswer | null> {
		const { method, path } = request;
		if (method === 'GET') {
			const asset = await assetAnswer(path);
			if (asset !== null) return asset;
		}
		if (!path.startsWith(ASSETS)) return null;
		const rest = path.slice(ASSETS.length);
		if (method === 'POST' && rest === 'samples') return this.sendSamples();
		if (method === 'GET' && rest === 'state') return json(200, this.state());
		const card = method === 'GET' ? CARD.exec(rest) : null;
		return card === null ? null : this.card(Number(card[1]), card[2] !== undefined);
	}

	/** Keeps the connection and sends every event over it, the whole state first. */
	open(outgoing: ServerResponse): void {
		outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		outgoing.on('close', () => this.pages.delete(outgoing));
		this.pages.add(outgoing);
		outgoing.write(
			`retry: ${String(RETRY_MS)}\n${eventText({ kind: 'state', state: this.state() })}`,
		);
	}

	/** Tells every open page which faults are in force. */
	faultsChanged(): void {
		this.tell(() => ({ kind: 'faults', faults: inboxFaults(this.parts.sandbox.faults()) }));
	}

	private card(id: number, asFile: boolean): HttpAnswer {
		const delivery = this.parts.store.delivery(id);
		if (delivery === undefined) return json(404, { error: `There is no card ${String(id)}` });
		return asFile
			? text(200, vcfFile(delivery), 'text/vcard; charset=utf-8', {
					'content-disposition': `attachment; filename="card-${String(id)}.vcf"`,
				})
			: json(200, inboxDetails(delivery));
	}

	private async sendSamples(): Promise<HttpAnswer> {
		const { samples } = this.parts;
		if (samples === undefined) {
			return json(404, { error: 'This sandbox was started without the sample workflows' });
		}
		if (this.sending) return json(409, { error: 'The sample workflows are being sent already' });
		this.sending = true;
		try {
			await samples();
			return json(200, { sent: true });
		} finally {
			this.sending = false;
		}
	}

	private state(): InboxState {
		const { sandbox, samples, startedAt } = this.parts;
		const deliveries = sandbox.deliveries();
		return {
			run: new Date(startedAt).toISOString(),
			url: sandbox.url,
			samples: samples !== undefined,
			providers: inboxProviders(sandbox),
			cards: deliveries.slice(-SHOWN_CARDS).map(inboxCard),
			older: Math.max(0, deliveries.length - SHOWN_CARDS),
			refusals: sandbox
				.requests()
				.flatMap((request) => refusalOf(request) ?? [])
				.slice(-SHOWN_REFUSALS),
			faults: inboxFaults(sandbox.faults()),
			faultKinds: faultKinds(),
		};
	}

	private pass(event: StoreEvent): void {
		this.tell(() => {
			if (event.kind === 'cleared') return { kind: 'cleared' };
			if (event.kind === 'card') {
				const delivery = this.parts.store.delivery(event.id);
				return delivery === undefined ? null : { kind: 'card', card: inboxCard(delivery) };
			}
			const request = this.parts.store.request(event.id);
			const refusal = request === undefined ? null : refusalOf(request);
			return refusal === null ? null : { kind: 'refusal', refusal };
		});
	}

	/** Sends an event to every open page; does not create it if there are none. */
	private tell(make: () => InboxEvent | null): void {
		if (this.pages.size === 0) return;
		const event = make();
		if (event === null) return;
		const line = eventText(event);
		for (const page of this.pages) page.write(line);
	}
}

/** A server-sent event; JSON has no line breaks of its own. */
function eventText(event: InboxEvent): string {
	return `data: ${JSON.stringify(event)}\n\n`;
}

/** The request as the log shows it, if it was refused, or answered differently from the provider. */
function refusalOf(request: LoggedRequest): InboxRefusal | null {
	const { id, at, provider, recipient, method, url, status, reason, answer } = request;
	if (status >= 200 && status < 300 && reason === '') return null;
	return {
		id,
		at,
		provider: provider ?? '',
		recipient,
		method,
		url,
		status,
		reason,
		request: requestText(request),
		answer: cut(indented(answer)),
	};
}
