/** Whapi.Cloud's error format. */
import { json, type HttpAnswer } from '../../toolkit/http';

/** `{error: {code, message, details?}}`, with the status as code. */
export function whapiError(status: number, message: string, details?: string): HttpAnswer {
	const error = { code: status, message, ...(details === undefined ? {} : { details }) };
	return json(status, { error }, {}, details ?? message);
}
