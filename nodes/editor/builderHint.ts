/** Hints for those who build workflows by talking to a model: n8n 2.40 and later hands them to it, earlier versions pass over them. */

interface PropertyHint {
	builderHint: { propertyHint: string };
}

interface NodeHint {
	builderHint: {
		searchHint: string;
		relatedNodes: ReadonlyArray<{ nodeType: string; relationHint: string }>;
	};
}

/** A hint about a parameter, or about one of its values, to be spread into it: the types of older versions have none. */
export function propertyHint(hint: string): PropertyHint {
	return { builderHint: { propertyHint: hint } };
}

/**
 * When to choose a node, and which one stands beside it, to be spread into its description.
 *
 * @param related the types of other nodes, with what they are for
 */
export function nodeHint(searchHint: string, related: Readonly<Record<string, string>>): NodeHint {
	const relatedNodes = Object.entries(related).map(([nodeType, relationHint]) => ({
		nodeType,
		relationHint,
	}));
	return { builderHint: { searchHint, relatedNodes } };
}
