import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse, type IDataObject } from 'n8n-workflow';

import { completeContact } from '../../nodes/contact/complete';
import { FIELDS } from '../../nodes/contact/fields/fields';
import { KEYS } from '../../nodes/contact/fields/keys';
import { readJson } from '../../nodes/contact/read/json';
import { providers } from '../../nodes/providers';
import { dialects } from '../../nodes/providers/dialects';
import { pageOf } from './generated';
import { readPage } from './markdown';

/** The contacts that a page shows as JSON or as vCard. */
function examplesOf(page: string): string[] {
	const text = readFileSync(path.resolve(__dirname, '../..', page), 'utf8');
	return [...text.matchAll(/```(?:json|vcard)\n([^]*?)```/g)].flatMap(
		([, example]) => example ?? [],
	);
}

const examples = examplesOf('docs/contacts.md');
/** Not the parameters of the node, on the page of a provider that is made of them. */
const ofProviders = providers
	.flatMap((provider) => examplesOf(pageOf(provider)))
	.filter((example) => !example.includes('"customPath"'));

describe('every field of a contact', () => {
	const [whole = '{}'] = examples;
	const vcardPage = readPage('docs/vcard.md').code;

	it.each(KEYS)('%s is in the first example of docs/contacts.md', (key) => {
		expect(jsonParse<IDataObject>(whole)).toHaveProperty(key);
	});

	it.each(KEYS)('%s is in docs/vcard.md, with the properties that it comes from', (key) => {
		const named = FIELDS[key].vcard.filter((property) => vcardPage.includes(property));
		expect(named).toEqual(FIELDS[key].vcard);
		expect(vcardPage.some((code) => code.split('.')[0] === key)).toBe(true);
	});
});

describe('the spellings of a contact', () => {
	it('are all shown, in docs/contacts.md or on the page of the provider', () => {
		const shown = [...examples, ...ofProviders].filter((example) => example.startsWith('{'));
		for (const { dialect } of providers) {
			if (dialect === undefined) continue;
			const found = shown.filter((example) => dialect.recognizes(jsonParse<IDataObject>(example)));
			expect([dialect.name, found.length]).not.toEqual([dialect.name, 0]);
		}
		expect(examples).toHaveLength(13);
	});

	it.each([...examples, ...ofProviders])(
		'gives an example that is read without a warning: %s',
		(example) => {
			const [read] = readJson(example, dialects);
			expect(completeContact(read!, { whatsappId: 'fromPhone' })).toMatchObject({
				contact: {
					name: { formatted_name: expect.stringContaining('John') },
					phones: [{ phone: '+447700900123', wa_id: '447700900123' }],
				},
				warnings: [],
			});
		},
	);
});
