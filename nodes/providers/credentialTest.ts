import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { ProviderRequest, ProviderResponse } from './exchange';

/** How a provider's credential is tested: one request that sends nothing, and what its answer means. */
export interface CredentialTest {
	/** It needs the secret, so that a wrong one is rejected. */
	readonly request: ProviderRequest;
	/** What is wrong and what to do about it, in whole sentences, by the status of a refusal. */
	readonly refusals: Readonly<Record<number, string>>;
	/** The same, if the text of a refusal says more than its status; undefined otherwise. Pure. */
	refusal?(response: ProviderResponse): string | undefined;
	/** Whether an answer that is neither JSON nor a web page is acceptable too. */
	readonly acceptsText?: true;
	/**
	 * What is wrong although the secret was accepted, in whole sentences, such as a device that does not exist; undefined if
	 * nothing is. Pure.
	 */
	problem?(
		response: ProviderResponse,
		credential: ICredentialDataDecryptedObject,
	): string | undefined;
}
