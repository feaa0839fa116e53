import { existsSync } from 'node:fs';
import path from 'node:path';

import convertCodex from '../../nodes/ConvertContactCard/ConvertContactCard.node.json';
import { providers } from '../../nodes/providers';
import sendCodex from '../../nodes/SendContactCard/SendContactCard.node.json';
import { homepage } from '../../package.json';
import { ROOT } from '../../sandbox/projectFolder';
import { pageOf } from './generated';
import { readPage } from './markdown';

/** The links to the documentation that n8n shows: *Docs* of a node, *Open docs* of a credential. */

const urlsOf = (links: ReadonlyArray<{ url: string }>) => links.map(({ url }) => url);
const pages = `${homepage}/blob/main/`;

describe.each(providers)('the credential of $id', (provider) => {
	it("leads to what the provider's page says about it", () => {
		const { documentationUrl = '' } = provider.credential;
		expect(documentationUrl).toBe(`${pages}${pageOf(provider)}#what-you-need`);
		expect(leadsSomewhere(documentationUrl)).toBe(true);
	});
});

describe('the node Send Contact Card', () => {
	it('leads to its own part of the README', () => {
		expect(urlsOf(sendCodex.resources.primaryDocumentation)).toEqual([
			`${homepage}#send-contact-card`,
		]);
		expect(leadsSomewhere(`${homepage}#send-contact-card`)).toBe(true);
	});

	it('leads to the page of every provider', () => {
		const urls = urlsOf(sendCodex.resources.credentialDocumentation);
		expect(urls).toEqual(
			expect.arrayContaining(providers.map((provider) => pages + pageOf(provider))),
		);
		expect(urls.filter((url) => !leadsSomewhere(url))).toEqual([]);
	});
});

describe('the node Convert Contact Card', () => {
	it('leads to its own part of the README', () => {
		expect(urlsOf(convertCodex.resources.primaryDocumentation)).toEqual([
			`${homepage}#convert-contact-card`,
		]);
		expect(leadsSomewhere(`${homepage}#convert-contact-card`)).toBe(true);
	});
});

/** Whether there is such a page in the project, with such a heading. */
function leadsSomewhere(url: string): boolean {
	const [address = '', anchor] = url.split('#');
	const file = address === homepage ? 'README.md' : address.replace(pages, '');
	if (!existsSync(path.join(ROOT, file))) return false;
	return anchor === undefined || readPage(file).anchors.includes(anchor);
}
