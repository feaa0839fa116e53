/** GREEN-API's error formats. */
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';

/** A 400 that contains the request's path, including the token. */
export function badRequest(
	request: SandboxRequest,
	message: string,
	timestamp: number,
): HttpAnswer {
	const body = {
		statusCode: 400,
		timestamp: new Date(timestamp).toISOString(),
		path: request.path,
		message,
	};
	return json(400, body, {}, message);
}

/** A 400 for an invalid body. */
export function invalid(request: SandboxRequest, details: string, timestamp: number): HttpAnswer {
	return badRequest(request, `Validation failed. Details: ${details}`, timestamp);
}

/** The 466 of an instance that has used up the chats of its plan. */
export function quotaExceeded(method: string): HttpAnswer {
	const description =
		'Monthly quota has been exceeded. You can write to the chats that were used this month.';
	return json(
		466,
		{
			invokeStatus: { method, used: 3, total: 100, status: 'QUOTE_ALLOWED', description: '' },
			correspondentsStatus: {
				method: 'correspondents',
				used: 3,
				total: 3,
				status: 'CORRESPONDENTS_QUOTE_EXCEEDED',
				description,
			},
		},
		{},
		description,
	);
}
