/** OpenWA's error format, which is that of Nest. */
import { json, type HttpAnswer } from '../../toolkit/http';

const TITLES: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	409: 'Conflict',
	422: 'Unprocessable Entity',
	429: 'Too Many Requests',
	501: 'Not Implemented',
	503: 'Service Unavailable',
};

export function openWaError(
	status: number,
	message: string | string[],
	more: { code?: string; retryAfterSeconds?: number } = {},
): HttpAnswer {
	const body = { statusCode: status, message, error: TITLES[status] ?? 'Error', ...more };
	return json(status, body, {}, String(message));
}
