/** GOWA's error format. */
import { json, type HttpAnswer } from '../../toolkit/http';

/** GOWA's error body: code, message and sometimes results; never a `status` key. */
export function gowaError(
	status: number,
	code: string,
	message: string,
	results?: unknown,
): HttpAnswer {
	return json(
		status,
		{ code, message, ...(results === undefined ? {} : { results }) },
		{},
		`${code}: ${message}`,
	);
}
