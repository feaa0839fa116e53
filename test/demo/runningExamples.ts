import type { IDataObject } from 'n8n-workflow';

import { loadBuiltPackage } from '../../sandbox/demo/builtPackage';
import { sandboxCredentials } from '../../sandbox/demo/examples';
import {
	runWorkflow,
	type Package,
	type WorkflowFile,
	type WorkflowRun,
} from '../../sandbox/engine/engine';
import { sandboxForTests } from '../support/sandbox';

/** Nobody listens there. */
const DOWN = { baseUrl: 'http://127.0.0.1:1', username: '', password: '', deviceId: '' };

/** A sandbox and the built package for the tests of a file, how an example runs there, and what arrived. */
export function runningExamples() {
	const sandbox = sandboxForTests();
	let contents: Package;

	beforeAll(async () => {
		contents = await loadBuiltPackage();
	});

	async function run(workflow: WorkflowFile, gowaIsDown = false): Promise<WorkflowRun> {
		const credentials = sandboxCredentials(sandbox);
		const ended = await runWorkflow(workflow, contents, {
			...credentials,
			...(gowaIsDown ? { contactCardGowaApi: DOWN } : {}),
		});
		expect(ended.error).toBeUndefined();
		return ended;
	}

	/** What arrived: provider, recipient and the names on the card, in order. */
	function arrived(): Array<[string, string, string[]]> {
		return sandbox
			.deliveries()
			.map(({ provider, recipient, contacts }) => [
				provider,
				recipient,
				contacts.map(({ name }) => name.formatted_name),
			]);
	}

	return { sandbox, run, arrived };
}

/** The JSON of a node's output items. */
export function jsonOf(ended: WorkflowRun, node: string): IDataObject[] {
	return ended.items(node).map(({ json }) => json);
}
