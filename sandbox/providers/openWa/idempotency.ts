/** How OpenWA processes a request with an `Idempotency-Key` only once. */
import type { HttpAnswer, SandboxRequest } from '../../toolkit/http';
import { openWaError } from './errors';

/** How long a key is kept, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;
const KEY = /^[\x21-\x7e]{1,255}$/;

/** What became of the first request with a key. `running` ends after it was asked for once. */
export type FirstResult =
	| { state: 'done'; answer: HttpAnswer }
	| { state: 'running'; answer: HttpAnswer }
	| { state: 'unknown'; answer: HttpAnswer }
	/** Refused before the engine: the key can be used again. */
	| { state: 'refused'; answer: HttpAnswer };

interface KeptKey {
	said: string;
	at: number;
	result: FirstResult;
}

export class IdempotencyKeys {
	private readonly kept = new Map<string, KeptKey>();

	constructor(private readonly now: () => number) {}

	/** The answer to a session's request: that of the first request with the same key, or the result of `first`. */
	answer(session: string, request: SandboxRequest, first: () => FirstResult): HttpAnswer {
		const key = request.headers['idempotency-key'];
		if (key === undefined) return first().answer;
		if (typeof key !== 'string' || !KEY.test(key)) {
			return openWaError(400, 'Idempotency-Key is malformed', { code: 'IDEMPOTENCY_KEY_INVALID' });
		}
		const name = `${session} ${key}`;
		const said = `${request.path} ${request.text()}`;
		const known = this.kept.get(name);
		if (known !== undefined && this.now() - known.at < KEPT) return this.repeated(known, said);
		const result = first();
		if (result.state !== 'refused') this.kept.set(name, { said, at: this.now(), result });
		return result.answer;
	}

	private repeated(known: KeptKey, said: string): HttpAnswer {
		if (known.said !== said) {
			return openWaError(422, 'Idempotency-Key was used for another request', {
				code: 'IDEMPOTENCY_KEY_REUSED',
			});
		}
		const { state, answer } = known.result;
		switch (state) {
			case 'running':
				known.result = { state: 'done', answer };
				return openWaError(409, 'A request with this Idempotency-Key is still in progress', {
					code: 'IDEMPOTENCY_KEY_IN_PROGRESS',
				});
			case 'unknown':
				return openWaError(409, 'The outcome of the first request is unknown', {
					code: 'IDEMPOTENCY_OUTCOME_UNKNOWN',
				});
			default:
				return { ...answer, headers: { ...answer.headers, 'idempotent-replayed': 'true' } };
		}
	}
}
