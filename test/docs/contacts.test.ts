import { readFileSync } from 'node:fs';
import path from 'node:path';

import { completeContact } from '../../nodes/contact/complete';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers';

const page = readFileSync(path.resolve(__dirname, '../../docs/contacts.md'), 'utf8');
const examples = [...page.matchAll(/```(?:json|vcard)\n([^]*?)```/g)].flatMap(
	([, example]) => example ?? [],
);

describe('docs/contacts.md', () => {
	it('shows every spelling', () => {
		expect(examples).toHaveLength(10);
	});

	it.each(examples)('gives an example that is read without a warning: %s', (example) => {
		const [read] = readJson(example, dialects);
		expect(completeContact(read!, { whatsappId: 'fromPhone' })).toMatchObject({
			contact: {
				name: { formatted_name: expect.stringContaining('John') },
				phones: [{ phone: '+447700900123', wa_id: '447700900123' }],
			},
			warnings: [],
		});
	});
});
