/** How a request says who it is from. */
import type { SandboxRequest } from './http';

/** The token of `Authorization: Bearer <token>`, or '' where there is none. */
export function bearerToken(request: SandboxRequest): string {
	return /^Bearer (.+)$/.exec(request.header('authorization'))?.[1] ?? '';
}
