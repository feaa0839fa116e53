/** GOWA's form of an error. */
import { json, type HttpAnswer } from '../../toolkit/http';

/** GOWA's envelope for a refusal: code, message and, for some, results; never a `status` key. */
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
