import type { Sandbox } from '../../sandbox/server';

/** An answer, read whole. */
export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	json: unknown;
}

/** Makes a request, follows no redirect, and reads the answer whole. */
export async function request(url: string, init: RequestInit = {}): Promise<Reply> {
	const response = await fetch(url, { redirect: 'manual', ...init });
	const text = await response.text();
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		json = undefined;
	}
	return { status: response.status, headers: response.headers, text, json };
}

/** POSTs a value as JSON; a string goes as it is. */
export function post(
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> {
	return request(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
}

/** The headers that sign in to GOWA with the sandbox's credential. */
export function gowaHeaders({ credentials }: Sandbox): Record<string, string> {
	const { username, password, deviceId } = credentials.gowa;
	return {
		authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
		'x-device-id': encodeURIComponent(deviceId),
	};
}

/** Sends a plain card through GOWA to this recipient. */
export function sendGowa(sandbox: Sandbox, phone: string, name = 'Citra Barros'): Promise<Reply> {
	return post(
		`${sandbox.credentials.gowa.baseUrl}/send/contact`,
		{ phone, contact_name: name, contact_phone: '447700900002' },
		gowaHeaders(sandbox),
	);
}
