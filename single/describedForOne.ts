import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { nodeHint } from '../nodes/editor/builderHint';
import type { Provider } from '../nodes/providers/provider';
import { LOOK_UP } from '../nodes/SendContactCard/lookUpChoice';
import { wayOf } from './wayOf';

/**
 * The Send node's description for a package of one provider: named after it, found under its name, and in words for
 * one. Parameters and their values stay as they are, so that a workflow moves over by the type of its node.
 *
 * @param whole the description as it is where the registry has only this provider
 */
export function describedForOne(
	whole: INodeTypeDescription,
	provider: Provider,
	name: string,
): INodeTypeDescription {
	const title = `${whole.displayName} with ${provider.displayName}`;
	return {
		...whole,
		name,
		displayName: title,
		description: `Send contact cards (vCards) ${wayOf(provider)}`,
		defaults: { name: title },
		...nodeHint(
			`Use it to give somebody the contact of a person or company as a card that is saved with one tap, ${wayOf(provider)}. For a text message alone use the node of the messaging service.`,
			{},
		),
		// There is no other provider to hide it for
		credentials: (whole.credentials ?? []).map(
			({ displayOptions: _, ...credential }) => credential,
		),
		properties: whole.properties.map((property) =>
			property.name === 'options' ? withLookUpOf(provider, property) : property,
		),
	};
}

/** The options with *Look Up* in the words of one provider, where the whole package lists those that can. */
function withLookUpOf(
	{ displayName, lookUp }: Provider,
	options: INodeProperties,
): INodeProperties {
	const description =
		lookUp === undefined
			? `${displayName} cannot look up numbers: the digits of the number, with a warning`
			: `The one that ${displayName} finds for the number; a number that is not on WhatsApp is a warning`;
	return withOptions(options, (option) =>
		'type' in option && option.name === 'whatsappId'
			? withOptions(option, (choice) =>
					'value' in choice && choice.value === LOOK_UP ? { ...choice, description } : choice,
				)
			: option,
	);
}

type Option = NonNullable<INodeProperties['options']>[number];

function withOptions(
	property: INodeProperties,
	change: (option: Option) => Option,
): INodeProperties {
	return { ...property, options: (property.options ?? []).map(change) };
}
