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
/** What a failed card looks like. */
export interface Failure {
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
	/** The parts of the card's output item to check. */
	output: {
		error: RegExp;
		httpCode: string;
		code?: string;
		outcome?: 'notSent' | 'unknown';
	};
}

/** Runs a failing card in each of n8n's error modes, and checks what a person sees. */
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
	// The description does not repeat the message.
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
