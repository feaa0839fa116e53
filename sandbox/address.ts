/** A sandbox's addresses: where it listens, and the host names that it accepts. */

/** Reachable only from this machine. */
export const LOOPBACK = '127.0.0.1';

/** A container's name for the machine that it runs on. */
export const DOCKER_HOST = 'host.docker.internal';

const EVERY_ADDRESS = ['0.0.0.0', '::'];
const LOOPBACK_NAMES = [LOOPBACK, 'localhost', '::1'];

/** Whether a sandbox that listens there is reachable from other machines or containers. */
export function isOpen(host: string): boolean {
	return !LOOPBACK_NAMES.includes(host.toLowerCase());
}

/** The host under which this machine reaches a sandbox that listens there. */
export function urlHost(host: string): string {
	return EVERY_ADDRESS.includes(host) ? LOOPBACK : bracketed(host);
}

/**
 * The values of a `Host` header that mean a sandbox: loopback, and if it is open to others, also the given host and
 * Docker's name for this machine. Any other name may belong to a web page that resolves to this machine.
 */
export function namesOf(host: string, port: number): string[] {
	const names = isOpen(host)
		? [LOOPBACK, 'localhost', DOCKER_HOST, bracketed(host.toLowerCase())]
		: [LOOPBACK, 'localhost', bracketed(host.toLowerCase())];
	return [...new Set(names)].map((name) => `${name}:${String(port)}`);
}

/** An IPv6 address as written in a URL; any other host as it is. */
function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host;
}
