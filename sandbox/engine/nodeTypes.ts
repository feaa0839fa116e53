/** The nodes that the engine knows. */
import type { IDataObject, INodeType, INodeTypes } from 'n8n-workflow';

import { Aggregate, ConvertToFile, EditFields, SplitOut } from './core/data';
import { PassOn } from './core/passOn';
import { Filter, Switch } from './core/routing';

/**
 * Replacements for those of n8n's nodes that the examples use. The originals are not installed: their package has hundreds
 * of dependencies, one of them from outside the registry.
 */
const CORE: readonly INodeType[] = [
	new PassOn('manualTrigger', 'trigger'),
	new PassOn('webhook', 'trigger'),
	new PassOn('noOp', 'transform'),
	new PassOn('stickyNote', 'transform'),
	new Aggregate(),
	new ConvertToFile(),
	new EditFields(),
	new Filter(),
	new SplitOut(),
	new Switch(),
];

/** The node types that a workflow may use, by full name. */
export class KnownNodeTypes implements INodeTypes {
	private readonly types: ReadonlyMap<string, INodeType>;

	/** @param ours this package's nodes; their names get the package's prefix */
	constructor(ours: readonly INodeType[]) {
		this.types = new Map([
			...CORE.map((type) => [`n8n-nodes-base.${type.description.name}`, type] as const),
			...ours.map((type) => [`n8n-nodes-contact-card.${type.description.name}`, type] as const),
		]);
	}

	has(name: string): boolean {
		return this.types.has(name);
	}

	getByName(name: string): INodeType {
		return this.getByNameAndVersion(name);
	}

	getByNameAndVersion(name: string): INodeType {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`There is no node type ${name}`);
		return type;
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}
