import { once } from 'node:events';
import { createServer } from 'node:net';

/** So many ports of loopback that are free now. All are held until the last is found, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = await Promise.all(
		Array.from({ length: count }, async () => {
			const server = createServer();
			server.listen(0, '127.0.0.1');
			await once(server, 'listening');
			return server;
		}),
	);
	return await Promise.all(
		servers.map(async (server) => {
			const address = server.address();
			server.close();
			await once(server, 'close');
			if (address === null || typeof address === 'string') throw new Error('A server has no port');
			return address.port;
		}),
	);
}
