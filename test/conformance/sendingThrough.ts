import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import type { Provider } from '../../nodes/providers/provider';
import { PROVIDER_IDS } from '../../sandbox/registry';
import type { Sandbox } from '../../sandbox/server';
import type { ArrivedCard } from '../../sandbox/store';
import type { CardContact } from '../../sandbox/toolkit/contact';
import { PROVIDER_ROWS, type ProviderRow } from '../support/providerRows';
import { outputs, runSend, type WorkflowSettings } from '../support/workflow';

/** What holds for one provider holds for all: a new one needs a row in {@link PROVIDER_ROWS}, and nothing in this folder. */

/** Settings of the sandbox with which no provider has to wait for another test. */
export const SANDBOX_OPTIONS = { settings: { ryzeapi: { perMinute: 10_000 } } };

/** The output item of a card that was sent. */
export const sentItem = z.object({
	provider: z.string(),
	status: z.literal('sent'),
	recipient: z.string(),
	messageId: z.string().nullable(),
	messageIds: z.array(z.string()),
	textMessageIds: z.array(z.string()).optional(),
	chatId: z.string().nullable(),
	contacts: z.array(
		z.object({ name: z.object({ formatted_name: z.string(), first_name: z.string().optional() }) }),
	),
	warnings: z.array(
		z.object({ contact: z.number().optional(), field: z.string(), message: z.string() }),
	),
});

/** The output item of a preview. */
export const previewItem = z.object({
	requests: z.array(
		z.object({
			method: z.string(),
			url: z.string(),
			headers: z.record(z.string(), z.string()),
			body: z.record(z.string(), z.unknown()),
		}),
	),
});

export const ANA = { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+5512996130832' }] };
export const BEN = { name: { formatted_name: 'Ben Okoro' }, phones: [{ phone: '+447700900001' }] };
export const CHEN = { name: { formatted_name: '陈伟' }, phones: [{ phone: '+14155551234' }] };

/** Sends contacts through a provider, to the recipient of its row, and tells what arrived. */
export function sendingThrough(sandbox: Sandbox, provider: Provider) {
	const id = PROVIDER_IDS.find((known) => known === provider.id);
	const row: ProviderRow = PROVIDER_ROWS[id!];

	const run = async (
		contacts: unknown,
		parameters: INodeParameters = {},
		settings: WorkflowSettings = {},
		credential: ICredentialDataDecryptedObject = {},
	) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: provider.id,
				...row.parameters,
				contactSource: 'json',
				contactsJson: JSON.stringify(contacts),
				...parameters,
			},
			settings,
			{ [provider.id]: credential },
		);

	const send = async (contacts: unknown, parameters: INodeParameters = {}) => {
		const { error, ...rest } = await run(contacts, parameters);
		expect(error).toBeUndefined();
		const items = outputs({ error, ...rest });
		expect(items).toHaveLength(1);
		return sentItem.parse(items[0]);
	};

	const arrived = (): ArrivedCard[] => sandbox.deliveries();
	const arrivedContacts = (): CardContact[] => arrived().flatMap(({ contacts }) => contacts);

	/** The secrets of the credential, as the sandbox has them. */
	const secrets = (): string[] => {
		const all: Record<string, ICredentialDataDecryptedObject> = { ...sandbox.credentials };
		return provider.credential.properties
			.filter(({ typeOptions }) => typeOptions?.password === true)
			.map(({ name }) => z.string().parse(all[provider.id]?.[name]));
	};

	return { id: id!, row, run, send, arrived, arrivedContacts, secrets };
}

/** A number that a provider may show with or without its plus. */
export function anyPlus(digits: string): unknown {
	return expect.stringMatching(new RegExp(`^\\+?${digits}$`));
}
