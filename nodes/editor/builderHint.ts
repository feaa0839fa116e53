/** Hints for building workflows with an AI model: n8n 2.40 and later pass them to it, earlier versions ignore them. */

interface PropertyHint {
	builderHint: { propertyHint: string };
}

interface NodeHint {
	builderHint: {
		searchHint: string;
		relatedNodes: ReadonlyArray<{ nodeType: string; relationHint: string }>;
	};
}

/** A hint about a parameter or one of its values, to spread into it: the types of older versions lack the key. */
export function propertyHint(hint: string): PropertyHint {
	return { builderHint: { propertyHint: hint } };
}

/**
 * When to choose a node, and which nodes go with it, to spread into its description.
 *
 * @param related the types of other nodes, with their purpose
 */
export function nodeHint(searchHint: string, related: Readonly<Record<string, string>>): NodeHint {
	const relatedNodes = Object.entries(related).map(([nodeType, relationHint]) => ({
		nodeType,
		relationHint,
	}));
	return { builderHint: { searchHint, relatedNodes } };
}
