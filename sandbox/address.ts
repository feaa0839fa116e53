/** The addresses of a sandbox: where it listens, and by which names it may be called. */

/** Reaches this machine alone. */
export const LOOPBACK = '127.0.0.1';

/** The name by which a container reaches the machine that it runs on. */
export const DOCKER_HOST = 'host.docker.internal';

const EVERY_ADDRESS = ['0.0.0.0', '::'];
const LOOPBACK_NAMES = [LOOPBACK, 'localhost', '::1'];

/** Whether a sandbox that listens there can be reached from other machines or from containers. */
export function isOpen(host: string): boolean {
	return !LOOPBACK_NAMES.includes(host.toLowerCase());
}

/** The host of the address at which this machine finds a sandbox that listens there. */
export function urlHost(host: string): string {
	return EVERY_ADDRESS.includes(host) ? LOOPBACK : bracketed(host);
}

/**
 * The values of a `Host` header that mean a sandbox: loopback's, and where it is open to others also the given host
 * and Docker's name for this machine. Any other name may be that of a web page which leads to this machine.
 */
export function namesOf(host: string, port: number): string[] {
	const names = isOpen(host)
		? [LOOPBACK, 'localhost', DOCKER_HOST, bracketed(host.toLowerCase())]
		: [LOOPBACK, 'localhost', bracketed(host.toLowerCase())];
	return [...new Set(names)].map((name) => `${name}:${String(port)}`);
}

/** An IPv6 address as it stands in a URL; any other host as it is. */
function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host;
}
