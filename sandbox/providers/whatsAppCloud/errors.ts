/** The error format of Meta's Graph API. */
import { json, type HttpAnswer } from '../../toolkit/http';

/** An error of the Graph API; only errors of WhatsApp itself have details. */
export function graphError(
	status: number,
	code: number,
	message: string,
	details?: string,
	subcode?: number,
): HttpAnswer {
	const error = {
		message,
		type: subcode === undefined ? 'OAuthException' : 'GraphMethodException',
		code,
		...(subcode === undefined ? {} : { error_subcode: subcode }),
		...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
		fbtrace_id: 'ASandbox',
	};
	return json(status, { error }, {}, `${String(code)} ${details ?? message}`);
}

/** An ID that the token has no access to, or an edge that the object does not have. */
export function unknownObject(method: string, id: string): HttpAnswer {
	return graphError(
		400,
		100,
		`Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
		undefined,
		33,
	);
}
