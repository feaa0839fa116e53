/** WAHA's error formats. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer } from '../../toolkit/http';

/** An HTTP exception as Nest returns it. */
export function nestError(status: number, error: string, message: string): HttpAnswer {
	return json(status, { message, error, statusCode: status }, {}, message);
}

/** Any other exception, as WAHA's filter returns it. */
export function exception(tools: ServerTools, message: string): HttpAnswer {
	return json(
		500,
		{
			statusCode: 500,
			timestamp: new Date(tools.now()).toISOString(),
			exception: { message, code: 2 },
		},
		{},
		message,
	);
}
