import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

/** A node of n8n itself that hands on what it gets: the trigger, whose items are pinned, and No Operation. */
class PassOn implements INodeType {
	description;

	constructor(name: string, isTrigger: boolean) {
		this.description = {
			displayName: name,
			name,
			group: [isTrigger ? ('trigger' as const) : ('transform' as const)],
			version: 1,
			description: '',
			defaults: { name },
			inputs: isTrigger ? [] : [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		};
	}

	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return await Promise.resolve([this.getInputData()]);
	}
}

/** The node types that a workflow may use, by full name. */
export class KnownNodeTypes implements INodeTypes {
	private readonly types = new Map<string, INodeType>([
		['n8n-nodes-base.manualTrigger', new PassOn('manualTrigger', true)],
		['n8n-nodes-base.noOp', new PassOn('noOp', false)],
		['n8n-nodes-base.stickyNote', new PassOn('stickyNote', false)],
	]);

	/** @param ours this package's nodes; their names get its prefix */
	constructor(ours: readonly INodeType[]) {
		for (const type of ours) {
			this.types.set(`n8n-nodes-contact-card.${type.description.name}`, type);
		}
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
