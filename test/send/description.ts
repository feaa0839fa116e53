import {
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';

/** The Send node, as the editor gets it. */
export const node = new SendContactCard();
export const { description } = node;

export const propertiesNamed = (name: string) =>
	description.properties.filter((property) => property.name === name);
export const propertyNamed = (name: string): INodeProperties => {
	const [property] = propertiesNamed(name);
	if (property === undefined) throw new Error(`There is no property ${name}`);
	return property;
};

/** Whether an entry of `options` is a property of a collection. */
export function isProperty(
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties {
	return 'type' in option;
}

/** Every property, those in collections too. */
export function all(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) => {
			if (isProperty(option)) return all([option]);
			return 'values' in option ? all(option.values) : [];
		}),
	]);
}
export const everyProperty = all(description.properties);
