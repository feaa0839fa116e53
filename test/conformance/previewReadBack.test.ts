import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { completeContact } from '../../nodes/contact/complete';
import type { Contact } from '../../nodes/contact/contact';
import { readJson } from '../../nodes/contact/read/json';
import { providers } from '../../nodes/providers';
import { dialects } from '../../nodes/providers/dialects';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { contactOf, RICH_CONTACT } from '../support/contacts';
import { PROVIDER_ROWS } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

/** What Preview prints, pasted as JSON, is read as the contacts that it would send: the recipient is none of them. */

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const previewItem = z.object({
	requests: z.array(z.object({ body: z.record(z.string(), z.unknown()) })),
	contacts: z.array(z.record(z.string(), z.unknown())),
});

const PERSON = { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+447700900123' }] };
const NASTY = {
	name: { formatted_name: 'Ana; Lima, "the one"' },
	phones: [{ phone: '+447700900124', type: 'WORK' }],
	org: { company: 'Back\\slash; Ltd' },
	emails: [{ email: 'ana@example.com' }],
};

describe.each(providers)('$id', (provider) => {
	const id = PROVIDER_IDS.find((known) => known === provider.id);
	const { parameters } = PROVIDER_ROWS[id!];

	async function preview(contacts: unknown) {
		const given: INodeParameters = {
			operation: 'preview',
			provider: provider.id,
			...parameters,
			contactSource: 'json',
			contactsJson: JSON.stringify(contacts),
		};
		return previewItem.parse(outputs(await runSend(sandbox, given))[0]);
	}

	it.each([
		['one contact', [PERSON]],
		['a contact with everything', [RICH_CONTACT]],
		['delimiters in its texts', [NASTY]],
		['several contacts', [PERSON, NASTY, RICH_CONTACT]],
	])('reads %s back from the body of its preview', async (_, contacts) => {
		const { requests, contacts: sent } = await preview(contacts);
		const bodies = requests.map(({ body }) => readJson(JSON.stringify(body), dialects));
		const read = bodies.flat().map((contact) => {
			const completed = completeContact(contact, { whatsappId: 'fromPhone' });
			if ('problem' in completed) throw new Error(completed.problem);
			return completed.contact;
		});
		expect(read.map(comparable)).toEqual(sent.map((contact) => comparable(contactOf(contact))));
	});
});

/** What every body says of a contact: types and ids are told apart by few of them. */
function comparable(contact: Contact) {
	const { name, phones, emails, addresses, org, urls, ...rest } = contact;
	return {
		name: name.formatted_name,
		phones: phones.map(({ phone }) => phone),
		emails: emails.map(({ email }) => email),
		addresses: addresses.map(({ street, city, country_code: code }) => [street, city, code]),
		org,
		urls: urls.map(({ url }) => url),
		...rest,
	};
}
