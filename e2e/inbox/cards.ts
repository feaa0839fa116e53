import type { Browser } from 'playwright-core';

import { account as GOWA } from '../../sandbox/providers/gowa/account';
import type { Sandbox } from '../../sandbox/server';

/** A person's number, from the range that Ofcom keeps for drama. */
export const ANA = '447700900301';
export const GROUP = GOWA.group;

/** Sends a card through GOWA, which takes a name, a number and three options. Returns the message ID. */
export async function sendGowa(
	sandbox: Sandbox,
	card: {
		phone?: string;
		contact_name?: string;
		contact_phone?: string;
		is_forwarded?: boolean;
		duration?: number;
	} = {},
): Promise<string> {
	const { baseUrl, username, password, deviceId } = sandbox.credentials.gowa;
	const response = await fetch(`${baseUrl}/send/contact`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
			'x-device-id': deviceId,
		},
		body: JSON.stringify({
			phone: ANA,
			contact_name: 'Zoë Lindqvist',
			contact_phone: '447700900302',
			...card,
		}),
	});
	return idIn(await response.text(), /"message_id":"([^"]+)"/);
}

/** Sends vCards in one card through Wawp, which passes them on as they are. Returns the message ID. */
export async function sendWawp(
	sandbox: Sandbox,
	vcards: readonly string[],
	options: { chatId?: string; reply_to?: string } = {},
): Promise<string> {
	const { baseUrl, accessToken, instanceId } = sandbox.credentials.wawp;
	const response = await fetch(`${baseUrl}/v2/send/contact`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			access_token: accessToken,
			instance_id: instanceId,
			chatId: ANA,
			contacts: vcards.map((vcard) => ({ vcard })),
			...options,
		}),
	});
	return idIn(await response.text(), /"_serialized":"(true_[^"]+)"/);
}

/** Sends a text message through Wawp. Returns the message ID. */
export async function sendWawpText(
	sandbox: Sandbox,
	chatId: string,
	message: string,
	options: { reply_to?: string } = {},
): Promise<string> {
	const { baseUrl, accessToken, instanceId } = sandbox.credentials.wawp;
	const response = await fetch(`${baseUrl}/v2/send/text`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			access_token: accessToken,
			instance_id: instanceId,
			chatId,
			message,
			...options,
		}),
	});
	return idIn(await response.text(), /"_serialized":"(true_[^"]+)"/);
}

/** Sends a card as fields through Chert, over iMessage. */
export async function sendChert(sandbox: Sandbox, contact: Record<string, unknown>): Promise<void> {
	const { baseUrl, signingSecret, tenant } = sandbox.credentials.chert;
	await fetch(`${baseUrl}/chats/send-contact`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			authorization: `Bearer ${signingSecret}`,
			'x-tenant-id': tenant,
		},
		body: JSON.stringify({ to: `+${ANA}`, contact }),
	});
}

/** A vCard 3.0 with these lines between its frame. */
export function vcard(...lines: string[]): string {
	return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n');
}

/** A picture for a card, drawn here: base64 of a JPEG. */
export async function portrait(browser: Browser): Promise<string> {
	const page = await browser.newPage({ viewport: { width: 160, height: 160 } });
	await page.setContent(`<style>body{margin:0}</style>
<svg width="160" height="160" viewBox="0 0 160 160">
	<rect width="160" height="160" fill="#f6c177"/>
	<circle cx="128" cy="34" r="20" fill="#fde9c8"/>
	<path d="M20 160c0-38 24-58 60-58s60 20 60 58z" fill="#2f6f8f"/>
	<path d="M66 88h28v24a14 14 0 0 1-28 0z" fill="#b97a56"/>
	<circle cx="80" cy="66" r="31" fill="#c98a63"/>
	<path d="M47 66c-2-34 20-46 36-45 22 1 34 17 29 46-6-12-10-17-16-22-14 10-34 10-44 6-3 4-4 9-5 15z" fill="#33241c"/>
	<circle cx="69" cy="68" r="3" fill="#33241c"/><circle cx="92" cy="68" r="3" fill="#33241c"/>
	<path d="M70 81c6 6 15 6 21 0" fill="none" stroke="#33241c" stroke-width="3" stroke-linecap="round"/>
</svg>`);
	const picture = await page.screenshot({ type: 'jpeg', quality: 80 });
	await page.close();
	return picture.toString('base64');
}

function idIn(answer: string, pattern: RegExp): string {
	return pattern.exec(answer)?.[1] ?? '';
}
