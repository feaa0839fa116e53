import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox';
import { startSandbox } from '../../sandbox/server';

/**
 * A sandbox for the tests of the file or `describe` block that calls this: started before the first, emptied before
 * each, closed after the last. It can be used in tests and hooks only, as it does not run before.
 */
export function sandboxForTests(options: SandboxOptions = {}): Sandbox {
	let started: Sandbox | undefined;
	const running = (): Sandbox => {
		if (started === undefined) throw new Error('The sandbox runs only while tests run');
		return started;
	};

	beforeAll(async () => {
		started = await startSandbox(options);
	});
	beforeEach(() => running().reset());
	afterAll(() => running().close());

	return {
		get url() {
			return running().url;
		},
		get port() {
			return running().port;
		},
		get credentials() {
			return running().credentials;
		},
		get otherCredentials() {
			return running().otherCredentials;
		},
		deliveries: (filter) => running().deliveries(filter),
		requests: () => running().requests(),
		count: (filter) => running().count(filter),
		stats: () => running().stats(),
		fault: (rule) => running().fault(rule),
		faults: () => running().faults(),
		clearFaults: () => running().clearFaults(),
		clear: () => running().clear(),
		reset: () => running().reset(),
		close: () => running().close(),
	};
}
