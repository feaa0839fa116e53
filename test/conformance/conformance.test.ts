import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { providers } from '../../nodes/providers';
import { RICH_CONTACT } from '../support/contacts';
import { search } from '../support/listSearch';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';
import {
	ANA,
	anyPlus,
	BEN,
	CHEN,
	previewItem,
	SANDBOX_OPTIONS,
	sendingThrough,
	sentItem,
} from './sendingThrough';

const sandbox = sandboxForTests(SANDBOX_OPTIONS);

describe.each(providers)('$id', (provider) => {
	const { id, row, run, send, arrived, arrivedContacts, secrets } = sendingThrough(
		sandbox,
		provider,
	);
	const { limits } = provider;

	it('sends one contact to the recipient, and says so', async () => {
		const item = await send(ANA);
		const [delivery, ...more] = arrived();
		expect(more).toEqual([]);
		expect(delivery).toMatchObject({
			provider: provider.id,
			recipient: row.arrivesAt,
			messageIds: item.messageIds,
			contacts: [
				{ name: { formatted_name: 'Ana Lima' }, phones: [{ phone: anyPlus('5512996130832') }] },
			],
		});
		expect(item).toMatchObject({
			provider: provider.id,
			recipient: row.recipient,
			messageId: item.messageIds[0] ?? null,
			contacts: [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana Lima' } }],
			warnings: [],
		});
	});

	it('sends several contacts in order, in as few messages as it can', async () => {
		const item = await send([ANA, BEN, CHEN]);
		expect(arrivedContacts().map(({ name }) => name.formatted_name)).toEqual([
			'Ana Lima',
			'Ben Okoro',
			'陈伟',
		]);
		expect(arrived()).toHaveLength(limits.contactsPerCard === 1 ? 3 : 1);
		expect(item.messageIds).toEqual(arrived().flatMap(({ messageIds }) => messageIds));
		expect(item.contacts).toHaveLength(3);
	});

	it('warns of more contacts in one card than it advises, and sends them all', async () => {
		const number = (limits.contactsAdvised ?? 5) + 1;
		const contacts = Array.from({ length: number }, (_, index) => ({
			...ANA,
			name: { formatted_name: `Ana ${index + 1}` },
		}));
		const { warnings } = await send(contacts);
		expect(arrivedContacts()).toHaveLength(number);
		expect(warnings).toEqual(
			limits.contactsAdvised === undefined
				? []
				: [
						{
							field: 'contacts',
							message: `The card has ${number} contacts; ${provider.displayName} recommends at most ${limits.contactsAdvised} in one card`,
						},
					],
		);
	});

	it('leaves out keys that are no field of a contact, with a warning', async () => {
		const { warnings } = await send({ ...ANA, favourite_colour: 'blue' });
		expect(warnings).toEqual([
			{
				contact: 1,
				field: 'favourite_colour',
				message: 'favourite_colour is not a field of a contact and was left out',
			},
		]);
		expect(JSON.stringify(sandbox.requests())).not.toContain('favourite_colour');
	});

	it.each(row.refused)('refuses %j before any request', async (parameters) => {
		const { error } = await run(ANA, parameters);
		expect(error?.message).toMatch(/\[item 0\]/);
		expect(error?.message).not.toContain('mistake of its own');
		expect(sandbox.requests()).toEqual([]);
	});

	it('previews without a request', async () => {
		const { error, ...rest } = await run([ANA, BEN], { operation: 'preview' });
		expect(error).toBeUndefined();
		expect(outputs({ error, ...rest })[0]).toMatchObject({
			provider: provider.id,
			recipient: row.recipient,
			contacts: [{}, {}],
			warnings: [],
		});
		expect(sandbox.requests()).toEqual([]);
	});

	it('previews exactly what it sends', async () => {
		const preview = await run([ANA, RICH_CONTACT], { operation: 'preview' });
		const { requests } = previewItem.parse(outputs(preview)[0]);
		await send([ANA, RICH_CONTACT]);
		const log = sandbox.requests();
		expect(requests).toHaveLength(log.length);
		for (const [index, shown] of requests.entries()) {
			const real = log[index]!;
			expect(shown.method).toBe(real.method);
			expect(shown.url).toBe(`${sandbox.url}${real.url}`);
			expect(JSON.stringify(shown.body)).toBe(real.body);
			for (const [name, value] of Object.entries(shown.headers)) {
				const sent = real.headers[name.toLowerCase()];
				if (value.includes('***')) expect(sent).toBe('***');
				else expect(sent).toBe(value);
			}
		}
	});

	it('shows no secret: not in a preview, not in a success, not when the provider repeats it', async () => {
		expect(secrets().join('')).not.toBe('');

		const shown: unknown[] = [outputs(await run(ANA, { operation: 'preview' }))];
		shown.push(outputs(await run(ANA, { options: { output: 'raw' } })));
		sandbox.fault({ kind: 'echo', provider: id });
		const failed = await run(ANA, {}, { onError: 'continueRegularOutput' });
		shown.push(outputs(failed));
		const stopped = await run(ANA);
		shown.push(stopped.error?.message, stopped.error?.description, stopped.run.data.resultData);
		const text = JSON.stringify(shown);
		expect(text).toContain('***');
		for (const secret of secrets()) {
			expect(text).not.toContain(secret);
			expect(text).not.toContain(encodeURIComponent(secret));
			expect(text).not.toContain(Buffer.from(secret).toString('base64'));
		}
	});

	for (const method of Object.keys(provider.lists ?? {})) {
		it(`gives every page of ${method} once, no entry of which twice`, async () => {
			const { parameters } = row;
			let page = await search(sandbox, provider.id, method, { parameters });
			const pages = [page.results];
			while (page.paginationToken !== undefined) {
				const paginationToken = z.string().parse(page.paginationToken);
				page = await search(sandbox, provider.id, method, { parameters, paginationToken });
				pages.push(page.results);
			}
			const values = pages.map((results) => results.map(({ value }) => value));
			expect(values.flat().length).toBeGreaterThan(1);
			for (const each of values) expect(new Set(each).size).toBe(each.length);
			expect(new Set(values.map((each) => each.join())).size).toBe(values.length);
		});
	}

	it('keeps the items in order, each with its own recipient and pair', async () => {
		const names = Array.from({ length: 12 }, (_, index) => `Person ${index + 1}`);
		const result = await runSend(
			sandbox,
			{
				operation: 'send',
				provider: provider.id,
				...row.parameters,
				contactSource: 'json',
				contactsJson: '={{ JSON.stringify($json.contact) }}',
			},
			{
				items: names.map((name): IDataObject => ({
					contact: { name: { formatted_name: name }, phones: ['+5512996130832'] },
				})),
			},
		);
		expect(result.error).toBeUndefined();
		const items = result.items('Send Contact Card');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(names.map((_, item) => ({ item })));
		expect(items.map(({ json }) => sentItem.parse(json).contacts[0]?.name.formatted_name)).toEqual(
			names,
		);
		expect(arrivedContacts().map(({ name }) => name.formatted_name)).toEqual(names);
	});
});
