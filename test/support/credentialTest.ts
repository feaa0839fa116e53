import '../../sandbox/engine/engineHome';
import 'reflect-metadata';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';

const node = new SendContactCard();

/** What n8n's credential window shows: runs the node's test for that type in n8n's own context. */
export async function testCredential(
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const described = node.description.credentials?.find(({ name }) => name === type);
	const tests = Object.entries(node.methods.credentialTest);
	const test = tests.find(([name]) => name === described?.testedBy)?.[1];
	if (test === undefined) throw new Error(`The node does not test ${type}`);
	return await test.call(new CredentialTestContext(), { id: '1', name: 'x', type, data });
}
