import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Ports that were handed out, which may not be in use yet. */
const given = new Set<number>();

/** Free loopback ports that were not handed out before. */
export async function freePorts(count: number): Promise<number[]> {
	const servers: Server[] = [];
	const ports: number[] = [];
	// Each is held until the last one is found, so that no two are the same
	while (ports.length < count) {
		const server = createServer();
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		servers.push(server);
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('A server has no port');
		if (given.has(address.port)) continue;
		given.add(address.port);
		ports.push(address.port);
	}
	await Promise.all(
		servers.map(async (server) => {
			server.close();
			await once(server, 'close');
		}),
	);
	return ports;
}
