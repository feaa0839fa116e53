/** Nodes that route items: Filter and Switch. */
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { conditions, nodeDescription, options, parameter } from './description';

/** Outputs of Switch: three rules and the one for everything else. */
const SWITCH_OUTPUTS = 4;

function holds(context: IExecuteFunctions, name: string, item: number): boolean {
	return context.getNodeParameter(name, item, false, { extractValue: true }) === true;
}

/** Sends each input item to the output that `choose` names, or drops it. */
function route(
	context: IExecuteFunctions,
	outputs: number,
	choose: (item: number) => number,
): INodeExecutionData[][] {
	const routed = Array.from({ length: outputs }, (): INodeExecutionData[] => []);
	for (const [index, item] of context.getInputData().entries()) {
		routed[choose(index)]?.push({ ...item, pairedItem: { item: index } });
	}
	return routed;
}

/** Filter: drops items that do not meet the conditions. */
export class Filter implements INodeType {
	description = nodeDescription('filter', [conditions, options()]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await Promise.resolve(
			route(this, 1, (item) => (holds(this, 'conditions', item) ? 0 : -1)),
		);
	}
}

/** Switch, in the mode Rules: the first rule that matches, or else the extra output. */
export class Switch implements INodeType {
	description = nodeDescription(
		'switch',
		[
			{
				...parameter('rules', {}, 'fixedCollection'),
				typeOptions: { multipleValues: true },
				options: [
					{
						displayName: 'Rules',
						name: 'values',
						values: [
							conditions,
							parameter('renameOutput', false, 'boolean'),
							parameter('outputKey'),
						],
					},
				],
			},
			options(parameter('fallbackOutput', 'none'), parameter('renameFallbackOutput')),
		],
		SWITCH_OUTPUTS,
	);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const choose = (item: number) => {
			const rules = this.getNodeParameter('rules.values', item, []);
			const count = Array.isArray(rules) ? rules.length : 0;
			const numbers = Array.from({ length: count }, (_, index) => index);
			const met = numbers.find((rule) => holds(this, `rules.values[${rule}].conditions`, item));
			if (met !== undefined) return met;
			const fallback = this.getNodeParameter('options.fallbackOutput', item, 'none');
			return fallback === 'extra' ? count : -1;
		};
		return await Promise.resolve(route(this, SWITCH_OUTPUTS, choose));
	}
}
