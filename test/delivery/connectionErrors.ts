import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import { connectionFailureOf, type FailureStage } from '../../nodes/delivery/connectionFailure';

const node: INode = {
	id: 'send',
	name: 'Send Contact Card',
	type: 'n8n-nodes-contact-card.sendContactCard',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

interface ErrorFields {
	code?: string;
	syscall?: string;
	name?: string;
	cause?: unknown;
	errors?: unknown[];
	description?: string;
}

/** An error as Node.js throws it. */
export const errorOf = (message: string, fields: ErrorFields = {}): Error =>
	Object.assign(new Error(message), fields);

/** As axios gives it: the code and the text stay, the system call does not. */
function fromAxios(error: Error & ErrorFields): Error {
	const { message, code, cause } = error;
	return Object.assign(new Error(message), {
		name: error.name,
		isAxiosError: true,
		...(code === undefined ? {} : { code }),
		cause: cause ?? error,
	});
}

/** As n8n's helper throws it: with the first error as cause in newer versions, without it in older ones. */
function wrappings(error: Error): Array<[name: string, error: unknown]> {
	const byN8n = (inner: Error) => new NodeApiError(node, inner as unknown as JsonObject);
	const old = byN8n(error);
	Object.defineProperty(old, 'cause', { value: undefined });
	const recent = byN8n(error);
	Object.defineProperty(recent, 'cause', { value: error });
	return [
		['bare', error],
		['by axios', fromAxios(error)],
		['by an older n8n', old],
		['by a newer n8n', recent],
	];
}

/** Expects the same stage for an error however it is wrapped. */
export function expectStage(error: Error, stage: FailureStage): void {
	const stages = wrappings(error).map(([name, wrapped]) => [
		name,
		connectionFailureOf(wrapped).stage,
	]);
	expect(stages).toEqual(wrappings(error).map(([name]) => [name, stage]));
}
