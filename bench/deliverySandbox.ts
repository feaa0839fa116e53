import { startSandbox } from '../sandbox/server';

/** A sandbox in a process of its own: prints its address, and ends with the process that started it. */
async function main(): Promise<void> {
	const [latency = '0', keep = 'counts'] = process.argv.slice(2);
	const sandbox = await startSandbox({
		latencyMs: Number(latency),
		keep: keep === 'all' ? 'all' : 'counts',
		settings: { ryzeapi: { perMinute: Number.MAX_SAFE_INTEGER } },
	});
	console.log(sandbox.url);
	process.stdin.resume().once('end', () => void sandbox.close());
}

void main();
