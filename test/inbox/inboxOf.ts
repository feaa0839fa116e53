import { jsonParse } from 'n8n-workflow';

import type { InboxCard, InboxDetails, InboxEvent, InboxState } from '../../sandbox/inbox/model';
import type { Sandbox } from '../../sandbox/server';
import { post, request } from '../sandbox/client';

/** Whom the cards go to. */
export const PHONE = '447700900001';

/** What the inbox of a sandbox gives its page, and a way to fill it. */
export function inboxOf(sandbox: Sandbox) {
	async function state(): Promise<InboxState> {
		return jsonParse<InboxState>((await request(`${sandbox.url}/_sandbox/inbox/state`)).text);
	}

	async function details(id: number): Promise<InboxDetails> {
		const { text } = await request(`${sandbox.url}/_sandbox/inbox/cards/${String(id)}`);
		return jsonParse<InboxDetails>(text);
	}

	async function onlyCard(): Promise<InboxCard> {
		const { cards } = await state();
		expect(cards).toHaveLength(1);
		return cards[0]!;
	}

	async function sendWawp(vcards: string[], options: Record<string, unknown> = {}): Promise<void> {
		const { baseUrl, accessToken, instanceId } = sandbox.credentials.wawp;
		await post(`${baseUrl}/v2/send/contact`, {
			access_token: accessToken,
			instance_id: instanceId,
			chatId: PHONE,
			contacts: vcards.map((vcard) => ({ vcard })),
			...options,
		});
	}

	/** The stream of news, an event at a time. */
	async function openEvents(): Promise<{
		next: () => Promise<InboxEvent>;
		close: () => Promise<void>;
	}> {
		const response = await fetch(`${sandbox.url}/_sandbox/inbox/events`);
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		let text = '';
		return {
			next: async () => {
				while (!text.includes('\n\n')) {
					const { value, done } = await reader.read();
					if (done) throw new Error('The stream ended');
					text += value;
				}
				const end = text.indexOf('\n\n');
				const line = text.slice(0, end);
				text = text.slice(end + 2);
				return jsonParse<InboxEvent>(line.replace(/^(?:retry: \d+\n)?data: /, ''));
			},
			close: () => reader.cancel(),
		};
	}

	return { state, details, onlyCard, sendWawp, openEvents };
}

/** A vCard of these lines. */
export const vcard = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n');
