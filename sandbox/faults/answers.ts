/** Answers a request that a fault strikes. */
import type { ProviderServer } from '../provider';
import { isObject, json, text, type HttpAnswer, type SandboxRequest } from '../toolkit/http';
import type { Fault } from './rules';

/** How a request ends for the client: with an answer, without one, or with a cut connection. */
export type RequestEnd =
	{ kind: 'answer'; answer: HttpAnswer } | { kind: 'hang' } | { kind: 'reset' };

/** A request that a fault strikes, with what the fault needs from the server. */
export interface FaultyRequest {
	now: () => number;
	wait: (ms: number) => Promise<void>;
	/** Handles the request as if there were no fault. */
	proceed: () => Promise<HttpAnswer>;
	provider: ProviderServer;
	request: SandboxRequest;
}

/** The default target of a redirect: a page of the sandbox that answers 200. */
export const REDIRECT_TARGET = '/_sandbox/elsewhere';

/** Plays a fault. */
export async function playFault(fault: Fault, faulty: FaultyRequest): Promise<RequestEnd> {
	switch (fault.kind) {
		case 'slow':
			await faulty.wait(fault.ms);
			return { kind: 'answer', answer: await faulty.proceed() };
		case 'hang':
			return { kind: 'hang' };
		case 'hang-after':
			await faulty.proceed();
			return { kind: 'hang' };
		case 'reset-before':
			return { kind: 'reset' };
		case 'reset-after':
			await faulty.proceed();
			return { kind: 'reset' };
		case 'wrong-content-type': {
			const answer = await faulty.proceed();
			return {
				kind: 'answer',
				answer: {
					...answer,
					headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
				},
			};
		}
		case 'truncated': {
			const answer = await faulty.proceed();
			return {
				kind: 'answer',
				answer: { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) },
			};
		}
		default: {
			if (fault.taken) await faulty.proceed();
			const answer = answerOf(fault, faulty);
			return { kind: 'answer', answer: { ...answer, reason: `fault ${fault.kind}` } };
		}
	}
}

function answerOf(fault: Fault, { now, provider, request }: FaultyRequest): HttpAnswer {
	const tooMany = provider.errorBody(429, 'Too many requests');
	const until = now() + fault.seconds * 1000;
	switch (fault.kind) {
		case '429-retry-after':
			return json(429, tooMany, { 'retry-after': String(Math.ceil(fault.seconds)) });
		case '429-retry-date':
			return json(429, tooMany, { 'retry-after': new Date(until).toUTCString() });
		case '429-reset':
			return json(429, tooMany, {
				'x-ratelimit-limit': '100',
				'x-ratelimit-remaining': '0',
				'x-ratelimit-reset': String(Math.ceil(until / 1000)),
			});
		case '429-body':
			return json(429, withRetryAfter(tooMany, fault.seconds));
		case '429-bare':
			return json(429, tooMany);
		case '500-json':
			return json(500, provider.errorBody(500, 'Internal Server Error'));
		case '502-html':
			return page(502, 'Bad Gateway');
		case '503-xml':
			return text(
				503,
				'<?xml version="1.0" encoding="UTF-8"?>\n<error><code>503</code><message>Service Unavailable</message></error>',
				'application/xml; charset=utf-8',
			);
		case '504':
			return page(504, 'Gateway Time-out');
		case '401':
			return json(401, provider.errorBody(401, 'Unauthorized'));
		case 'html-200':
			return page(200, 'Sign in');
		case 'empty-200':
			return text(200, '', 'application/json; charset=utf-8');
		case 'success-false':
			return json(200, { success: false, error: { message: 'The message was not sent' } });
		case 'redirect-302':
			return text(302, '', 'text/plain', { location: fault.location ?? REDIRECT_TARGET });
		case 'redirect-307':
			return text(307, '', 'text/plain', { location: fault.location ?? REDIRECT_TARGET });
		default:
			return echo(request);
	}
}

/** A proxy's page. */
function page(status: number, title: string): HttpAnswer {
	return text(
		status,
		`<html>\r\n<head><title>${String(status)} ${title}</title></head>\r\n<body>\r\n<center><h1>${String(status)} ${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
		'text/html; charset=utf-8',
	);
}

/** A server that repeats everything it received, secrets included. */
function echo(request: SandboxRequest): HttpAnswer {
	const received = {
		method: request.method,
		url: request.url,
		headers: request.headers,
		body: request.text(),
	};
	const message = `Unexpected failure while handling ${JSON.stringify(received)}`;
	return json(500, { success: false, message, error: { message, code: 'ECHO' }, ...received });
}

function withRetryAfter(body: unknown, seconds: number): unknown {
	if (!isObject(body)) return body;
	const { error } = body;
	return isObject(error)
		? { ...body, error: { ...error, retry_after: seconds } }
		: { ...body, retry_after: seconds };
}
