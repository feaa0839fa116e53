/** Reads the authentication of a request. */
import type { SandboxRequest } from './http';

/** The token of `Authorization: Bearer <token>`, or '' if there is none. */
export function bearerToken(request: SandboxRequest): string {
	return /^Bearer (.+)$/.exec(request.header('authorization'))?.[1] ?? '';
}
