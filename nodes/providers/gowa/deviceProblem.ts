import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { list, quote } from '../../contact/text';
import { credentialText } from '../../delivery/credential';
import type { ProviderResponse } from '../provider';
import { devicesSchema } from './lists';

/**
 * What is wrong with a credential's Device ID according to `GET /devices`, in whole sentences: it must be the ID or the JID
 * of one of them. Undefined if nothing is wrong.
 */
export function deviceProblem(
	{ json }: ProviderResponse,
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	const read = devicesSchema.safeParse(json);
	if (!read.success) {
		return 'This server answers, but not like GOWA. Check the Base URL. GOWA must be version 8 or later.';
	}
	const known = read.data.results ?? [];
	const wanted = credentialText(credential, 'deviceId').trim();
	const names = list(known.map(({ id }) => quote(id)));
	if (wanted === '') {
		return known.length > 1
			? `GOWA has several devices, and no Device ID is set. Set one of ${names}.`
			: undefined;
	}
	if (known.some(({ id, jid }) => id === wanted || jid === wanted)) return undefined;
	const has = known.length === 0 ? 'has no device yet: add one in GOWA' : `has ${names}`;
	return `GOWA has no device ${quote(wanted)}. Correct the Device ID; the server ${has}.`;
}
