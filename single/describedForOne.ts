import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { nodeHint } from '../nodes/editor/builderHint';
import type { Provider } from '../nodes/providers/provider';
import { LOOK_UP } from '../nodes/SendContactCard/lookUpChoice';
import { wayOf } from './wayOf';

/**
 * The Send node's description for a package with one provider: its name, its search words and its texts. Parameters and
 * their values stay the same, so that a workflow can switch by changing the node's type.
 *
 * @param whole the description with only this provider in the registry
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
			`Use it to give somebody the contact of a person or company as a card that is saved with one tap, ${wayOf(provider)}. For a text message alone, use the messaging service's own node.`,
			{},
		),
		// No other provider needs it hidden
		credentials: (whole.credentials ?? []).map(
			({ displayOptions: _, ...credential }) => credential,
		),
		properties: whole.properties.map((property) =>
			property.name === 'options' ? withLookUpOf(provider, property) : property,
		),
	};
}

/** The options with *Look Up* described for one provider; the whole package lists the providers that can. */
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
