import { z } from 'zod';

/** The account of the instance's owner. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Sandbox',
	lastName: 'Owner',
	password: 'Contact-card-1',
} as const;

const answerSchema = z.object({ data: z.unknown() });

/** The REST API that n8n's editor uses, logged in. */
export class Rest {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** Creates a new instance's owner account, which also logs in. */
	async setUpOwner(): Promise<void> {
		await this.request('POST', '/rest/owner/setup', OWNER);
	}

	/** Logs in. n8n allows five log-ins a minute. */
	async logIn(): Promise<void> {
		const { email, password } = OWNER;
		await this.request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** The session cookie, for a browser. */
	get session(): { name: string; value: string } {
		const [name = '', value = ''] = this.cookie.split('=');
		return { name, value };
	}

	async get(path: string): Promise<unknown> {
		return await this.request('GET', path);
	}

	async post(path: string, body: object = {}): Promise<unknown> {
		return await this.request('POST', path, body);
	}

	/** @throws Error with n8n's answer if it is not a success */
	private async request(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(this.url + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
		const session = response.headers.getSetCookie().find((each) => each.startsWith('n8n-auth='));
		if (session !== undefined) this.cookie = session.split(';')[0] ?? '';
		const parsed: unknown = JSON.parse(text);
		const answer = answerSchema.safeParse(parsed);
		return answer.success ? answer.data.data : parsed;
	}
}
