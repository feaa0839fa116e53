/** RyzeAPI counts requests per token in windows of a minute. */
const WINDOW_MS = 60_000;

interface Window {
	endsAt: number;
	used: number;
}

/** Whether a request is within the limit, and the headers of its response. */
export interface CountedRequest {
	allowed: boolean;
	headers: Record<string, string>;
}

/** Counts requests per token: `perMinute` in a window that starts with the token's first request. */
export class RateLimit {
	private readonly windows = new Map<string, Window>();

	constructor(
		private readonly perMinute: number,
		private readonly now: () => number,
	) {}

	/** Counts one request. `X-RateLimit-Reset` is the window's end in unix seconds, rounded up. */
	count(token: string): CountedRequest {
		const now = this.now();
		let window = this.windows.get(token);
		if (window === undefined || now >= window.endsAt) {
			window = { endsAt: now + WINDOW_MS, used: 0 };
			this.windows.set(token, window);
		}
		const allowed = window.used < this.perMinute;
		if (allowed) window.used++;
		return {
			allowed,
			headers: {
				'x-ratelimit-limit': String(this.perMinute),
				'x-ratelimit-remaining': String(this.perMinute - window.used),
				'x-ratelimit-reset': String(Math.ceil(window.endsAt / 1000)),
			},
		};
	}
}
