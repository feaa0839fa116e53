import { Readable } from 'node:stream';

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { convertContactCards } from '../nodes/ConvertContactCard/convert';
import { sendContactCards } from '../nodes/SendContactCard/send';

const RECEIPT = Buffer.from('{"id":"true_447700900100@c.us_3EB0A1B2C3D4E5F6"}');

/** Runs the Convert node on a file, or on the JSON of items. */
export async function convert(
	input: readonly INodeExecutionData[],
	parameters: IDataObject,
	file?: Buffer,
): Promise<INodeExecutionData[]> {
	const [outputs = []] = await convertContactCards.call(standIn(input, parameters, file));
	return outputs;
}

/** Runs the Send node on a file, or on the JSON of items, through WAHA. */
export async function send(
	input: readonly INodeExecutionData[],
	parameters: IDataObject,
	file?: Buffer,
): Promise<INodeExecutionData[]> {
	const own = {
		operation: 'send',
		provider: 'waha',
		recipient: '+447700900100',
		session: 'default',
	};
	const [outputs = []] = await sendContactCards.call(
		standIn(input, { ...own, ...parameters }, file),
	);
	return outputs;
}

/**
 * What n8n provides to a node, from memory: parameters and files are ready, and every request is accepted without reading
 * its body. The time that n8n itself would take is not this package's.
 */
function standIn(
	input: readonly INodeExecutionData[],
	parameters: IDataObject,
	file: Buffer | undefined,
): IExecuteFunctions {
	const store = {};
	const context = {
		getInputData: () => input,
		getNodeParameter: (name: string, item: number, fallback?: unknown) =>
			name === 'contactsJson' ? input[item]?.json['card'] : (parameters[name] ?? fallback),
		getNode: () => ({
			...{ id: 'node', name: 'Node', type: 'n8n-nodes-contact-card.node', typeVersion: 1 },
			...{ position: [0, 0], parameters: {} },
		}),
		getContext: () => store,
		getExecutionId: () => 'execution',
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getExecutionCancelSignal: () => undefined,
		getCredentials: async () =>
			await Promise.resolve({ baseUrl: 'http://127.0.0.1:1', apiKey: 'k' }),
		isToolExecution: () => false,
		continueOnFail: () => false,
		addExecutionHints: () => undefined,
		helpers: {
			getBinaryDataBuffer: async () => await Promise.resolve(file),
			prepareBinaryData: async (data: Buffer, fileName: string, mimeType: string) =>
				await Promise.resolve({ data: String(data.length), fileName, mimeType }),
			httpRequestWithAuthentication: async () =>
				await Promise.resolve({ statusCode: 201, headers: {}, body: Readable.from([RECEIPT]) }),
		},
	};
	return context as unknown as IExecuteFunctions;
}
