import type { ProviderResponse } from '../../nodes/providers/provider';

/** A provider's answer: a text as it is, anything else as JSON. */
export function answer(
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): ProviderResponse {
	if (typeof body === 'string') return { status, headers, json: undefined, text: body };
	return { status, headers, json: body, text: JSON.stringify(body) };
}
