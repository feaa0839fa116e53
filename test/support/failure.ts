import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/server';
import { outputs, runSend } from './workflow';

/** A card with one contact, sent once. */
export const CARD: INodeParameters = {
	operation: 'send',
	contactSource: 'json',
	contactsJson: '{ "name": { "formatted_name": "Ana" }, "phones": ["+5512996130832"] }',
	options: { maxRetries: 0 },
};
/** How a card fails. */
export interface Failure {
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
	/** The output item of the card, as far as it is told here. */
	output: {
		error: RegExp;
		httpCode: string;
		code?: string;
		outcome?: 'notSent' | 'unknown';
	};
}

/** Runs a card that fails in each of n8n's ways, and looks at what a person gets to see. */
export async function expectFailure(
	sandbox: Sandbox,
	provider: string,
	parameters: INodeParameters,
	{ credential = {}, output: { error, outcome = 'notSent', ...codes } }: Failure,
): Promise<void> {
	const given = { ...CARD, provider, ...parameters };
	const credentials = { [provider]: credential };

	const going = await runSend(sandbox, given, { onError: 'continueRegularOutput' }, credentials);
	expect(going.error).toBeUndefined();
	const [item, ...more] = outputs(going);
	expect(more).toEqual([]);
	const { description, ...others } = item ?? {};
	expect(others).toEqual({
		error: expect.stringMatching(error),
		provider,
		outcome,
		sentMessageIds: [],
		...codes,
	});
	expect(item?.['error']).toMatch(/\[item 0\]/);
	// It says nothing twice.
	expect(description ?? 'The provider says: ').toMatch(/^The provider says: /);
	expect(item?.['error']).not.toContain('please check your parameters');
	if (outcome === 'unknown') expect(item?.['error']).toContain('The card may have arrived');
	expect(sandbox.requests()).toHaveLength(1);

	sandbox.clear();
	const stopped = await runSend(sandbox, given, {}, credentials);
	expect(stopped.error).toMatchObject({
		message: item?.['error'],
		httpCode: codes.httpCode,
	});
	expect(stopped.error?.description ?? '').toMatch(/^(The provider says: .*<br>)?<a [^<]+<\/a>$/);
	expect(sandbox.requests()).toHaveLength(1);
}
