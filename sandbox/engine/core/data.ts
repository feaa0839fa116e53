/** n8n's nodes that change data: Aggregate, Convert to File, Edit Fields, Split Out. */
import { Buffer } from 'node:buffer';
import {
	jsonParse,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';
import { z } from 'zod';

import { nodeDescription, options, parameter } from './description';

const assignments = z.object({
	assignments: z.array(z.object({ name: z.string(), value: z.unknown() })),
});
const listed = z.array(z.record(z.string(), z.unknown()));

function textOf(context: IExecuteFunctions, name: string, item: number): string {
	return z.string().parse(context.getNodeParameter(name, item));
}

/** Edit Fields, in the modes JSON and Manual Mapping, without its types and without dots in names. */
export class EditFields implements INodeType {
	description = nodeDescription('set', [
		parameter('mode', 'manual'),
		parameter('jsonOutput', '{}', 'json'),
		parameter('assignments', {}, 'assignmentCollection'),
		parameter('includeOtherFields', false, 'boolean'),
		options(),
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = this.getInputData().map(({ json, binary }, item) => ({
			json: {
				...(this.getNodeParameter('includeOtherFields', item) === true ? json : {}),
				...(this.getNodeParameter('mode', item) === 'raw'
					? fieldsOfJson(this, item)
					: mappedFields(this, item)),
			},
			...(binary === undefined ? {} : { binary }),
			pairedItem: { item },
		}));
		return await Promise.resolve([outputs]);
	}
}

function fieldsOfJson(context: IExecuteFunctions, item: number): IDataObject {
	const given = context.getNodeParameter('jsonOutput', item);
	return jsonParse<IDataObject>(typeof given === 'string' ? given : JSON.stringify(given));
}

function mappedFields(context: IExecuteFunctions, item: number): IDataObject {
	const given = assignments.parse(context.getNodeParameter('assignments', item));
	const fields = given.assignments.map(({ name, value }) => [name, value] as const);
	return jsonParse<IDataObject>(JSON.stringify(Object.fromEntries(fields)));
}

/** Split Out, for one field with a list of objects. */
export class SplitOut implements INodeType {
	description = nodeDescription('splitOut', [parameter('fieldToSplitOut'), options()]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = this.getInputData().flatMap(({ json }, item) => {
			const field = textOf(this, 'fieldToSplitOut', item);
			return listed.parse(json[field]).map((entry) => ({
				json: jsonParse<IDataObject>(JSON.stringify(entry)),
				pairedItem: { item },
			}));
		});
		return await Promise.resolve([outputs]);
	}
}

/** Aggregate, from all items' data to one list. */
export class Aggregate implements INodeType {
	description = nodeDescription('aggregate', [
		parameter('aggregate', 'aggregateIndividualFields'),
		parameter('destinationFieldName', 'data'),
		options(),
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const field = textOf(this, 'destinationFieldName', 0);
		const output: INodeExecutionData = {
			json: { [field]: items.map(({ json }) => json) },
			pairedItem: items.map((_, item) => ({ item })),
		};
		return await Promise.resolve([[output]]);
	}
}

/** Convert to File, with the operation Convert to Text File. */
export class ConvertToFile implements INodeType {
	description = nodeDescription('convertToFile', [
		parameter('operation', 'csv'),
		parameter('sourceProperty'),
		parameter('binaryPropertyName', 'data'),
		options(parameter('fileName')),
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = this.getInputData().map(async ({ json }, item) => {
			const content = z.string().parse(json[textOf(this, 'sourceProperty', item)]);
			const name = textOf(this, 'options.fileName', item);
			const file = await this.helpers.prepareBinaryData(Buffer.from(content), name, 'text/plain');
			return {
				json: {},
				binary: { [textOf(this, 'binaryPropertyName', item)]: file },
				pairedItem: { item },
			};
		});
		return [await Promise.all(outputs)];
	}
}
