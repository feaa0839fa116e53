/** Chert's authentication. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bearerToken } from '../../toolkit/auth';
import type { SandboxRequest } from '../../toolkit/http';
import { account } from './account';

/** How far a signature's time may be off the server's, in either direction. */
const WINDOW_SECONDS = 300;

interface ChertAccount {
	secret: string;
	tenants: readonly string[];
}

const ACCOUNTS: readonly ChertAccount[] = [
	{ secret: account.signingSecret, tenants: [account.tenant] },
	{ secret: account.multiTenantSecret, tenants: account.multiTenants },
];

export interface ChertRefusal {
	status: number;
	code: number;
	message: string;
}

/** The tenant that a request is authenticated for, or why it is refused. */
export type ChertIdentity = { tenant: string } | { refusal: ChertRefusal };

/**
 * Checks the signature if there is one, otherwise the bearer secret. 2012: no credentials; 2004: wrong ones; 2013: a
 * signature outside five minutes; 2001: an unknown tenant; 2005: someone else's tenant.
 */
export function authenticate(request: SandboxRequest, now: number): ChertIdentity {
	const tenant = request.header('x-chert-tenant');
	const signature = request.header('x-chert-signature');
	if (signature !== '') return signedIn(request, tenant, signature, now);

	if (request.header('authorization') === '')
		return refuse(401, 2012, 'Missing authentication credentials');
	const owner = ACCOUNTS.find(({ secret }) => secret === bearerToken(request));
	if (owner === undefined) return refuse(401, 2004, 'Invalid authentication credentials');
	if (tenant === '') {
		const [only, second] = owner.tenants;
		return only !== undefined && second === undefined
			? { tenant: only }
			: refuse(401, 2012, 'Missing required header: x-chert-tenant');
	}
	if (owner.tenants.includes(tenant)) return { tenant };
	return ownerOf(tenant) === undefined
		? refuse(404, 2001, 'Tenant not found')
		: refuse(403, 2005, 'Forbidden');
}

/** HMAC v1: `v1,<unix seconds>,<hex>` over `<unix seconds>.<raw body>`; a GET's body is empty. */
function signedIn(
	request: SandboxRequest,
	tenant: string,
	signature: string,
	now: number,
): ChertIdentity {
	if (tenant === '') return refuse(401, 2012, 'Missing required header: x-chert-tenant');
	const owner = ownerOf(tenant);
	if (owner === undefined) return refuse(404, 2001, 'Tenant not found');
	const match = /^v1,(\d+),([0-9a-f]{64})$/.exec(signature);
	if (match === null) return refuse(401, 2004, 'Malformed signature');
	const [, seconds = '', given = ''] = match;
	if (Math.abs(now / 1000 - Number(seconds)) > WINDOW_SECONDS)
		return refuse(401, 2013, 'Signature timestamp outside the allowed window');
	const expected = createHmac('sha256', owner.secret)
		.update(`${seconds}.`)
		.update(request.rawBody)
		.digest();
	return timingSafeEqual(expected, Buffer.from(given, 'hex'))
		? { tenant }
		: refuse(401, 2004, 'Invalid signature');
}

function ownerOf(tenant: string): ChertAccount | undefined {
	return ACCOUNTS.find(({ tenants }) => tenants.includes(tenant));
}

function refuse(status: number, code: number, message: string): ChertIdentity {
	return { refusal: { status, code, message } };
}
