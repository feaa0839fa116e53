/** The words by which people find a node in n8n, each alone and with what they call a contact in three languages. */

export function networkWords(network: string): string[] {
	return [
		network,
		`${network} contact`,
		`${network} card`,
		`contato ${network}`,
		`contacto ${network}`,
	];
}

/** @param displayName of a provider, or of a service whose messages are read */
export function serviceWords({ displayName }: { displayName: string }): string[] {
	return [displayName, `${displayName} contact`];
}

/** The text of a codex with other words in the place of its own. */
export function withWords(text: string, words: readonly string[]): string {
	const lines = [...new Set(words)].map((word) => `\t\t${JSON.stringify(word)}`);
	return text.replace(/"alias": \[[^\]]*\]/, `"alias": [\n${lines.join(',\n')}\n\t]`);
}

/** The text of a codex with the pages on its credentials, and that on the node. */
export function withDocumentation(
	text: string,
	{ credentials, node }: { credentials: readonly string[]; node: string },
): string {
	return text
		.replace(/("credentialDocumentation": )\[[^\]]*\]/, `$1${urls(credentials)}`)
		.replace(/("primaryDocumentation": )\[[^\]]*\]/, `$1${urls([node])}`);
}

function urls(pages: readonly string[]): string {
	const entries = pages.map((url) => `\t\t\t{\n\t\t\t\t"url": ${JSON.stringify(url)}\n\t\t\t}`);
	return `[\n${entries.join(',\n')}\n\t\t]`;
}
