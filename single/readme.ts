import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { providers } from '../nodes/providers';
import type { Provider } from '../nodes/providers/provider';
import whole from '../package.json';
import { ROOT } from '../sandbox/projectFolder';
import { singleNames } from './names';
import { wayOf } from './wayOf';

const PAGES = 'docs/providers';

/** The README of a package with one provider: what it is, how to install it, and the provider's page. */
export async function readmeOf(provider: Provider): Promise<string> {
	const page = await readFile(path.join(ROOT, PAGES, `${provider.id}.md`), 'utf8');
	const { packageName, nodeName, nodeDisplayName, credentialDisplayName } = singleNames(provider);
	const { displayName } = provider;
	return `# ${packageName}

Send contact cards from [n8n](https://n8n.io) ${wayOf(provider)}: a person or a company
that the recipient saves with one tap. A card arrives once and in order, or you read why not.

This is **${nodeDisplayName}**, one node for one service. [${whole.name}](${whole.homepage}) is the same node
with ${String(providers.length - 1)} more providers, and reads and converts contact cards too.

## Install

In n8n: **Settings → Community nodes → Install**, enter \`${packageName}\`, then search for "${displayName}" or
"contact card" in the nodes panel and choose the action **Send contact card**. It works in n8n 2.8 and later. Docker,
queue mode, offline and by hand: [install](${pageUrl('docs/install.md')}).

Create a credential **${credentialDisplayName}**: [what you need](#what-you-need) says where its fields come from. Enter
the recipient and the contact, and choose **Execute step**. The operation **Preview Without Sending** shows the exact
requests and sends nothing.

${linksMadeWhole(withoutMarks(page)).trim()}

## Between this package and ${whole.name}

Both can be installed side by side: their nodes and credentials have names of their own. Parameters and outputs are the
same, so to switch a workflow, change its node's type to \`${packageName}.${nodeName}\` or
\`${whole.name}.sendContactCard\`; then choose the credential again, since each package has its own.

## More

- [Contacts](${pageUrl('docs/contacts.md')}): fields, sources, phone numbers
- [Delivery](${pageUrl('docs/delivery.md')}): order, pace, retries, outcomes, texts around a card
- [Troubleshooting](${pageUrl('docs/troubleshooting.md')}) and [security](${pageUrl('docs/security.md')})
- [What changed](${pageUrl('CHANGELOG.md')}), [issues](${whole.bugs}), license: ${whole.license}
`;
}

/** A page without its heading and the markers of its generated parts. */
function withoutMarks(page: string): string {
	return page.replace(/^# .*\n+/, '').replace(/^<!-- .* -->\n\n?/gm, '');
}

/** The URL of a file of the project. */
function pageUrl(file: string): string {
	return `${whole.homepage}/blob/main/${file}`;
}

/** Replaces a page's relative links, which would be broken outside the project, with full URLs. */
function linksMadeWhole(page: string): string {
	return page.replace(
		/\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)/g,
		(_link, file: string, anchor = '') =>
			`](${pageUrl(path.posix.join(PAGES, file))}${String(anchor)})`,
	);
}
