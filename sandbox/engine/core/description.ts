/** What the descriptions of the engine's own nodes have in common. */
import { NodeConnectionTypes, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';

/** The node versions that the examples may use. */
const VERSIONS = [1, 1.1, 2.2, 3.2, 3.4];

/** What the engine needs to know about a node: its parameters by name and type, and how many outputs it has. */
export function nodeDescription(
	name: string,
	properties: INodeProperties[],
	outputs = 1,
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: VERSIONS,
		description: '',
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
		properties,
	};
}

/** A parameter with JSON or text. */
export function parameter(
	name: string,
	defaultValue: INodeProperties['default'] = '',
	type: INodeProperties['type'] = 'string',
): INodeProperties {
	return { displayName: name, name, type, default: defaultValue };
}

/** The conditions of Filter and Switch, which n8n itself evaluates. */
export const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 2 } },
};

/** The collection of a node's optional parameters. */
export function options(...properties: INodeProperties[]): INodeProperties {
	return { ...parameter('options', {}, 'collection'), options: properties };
}
