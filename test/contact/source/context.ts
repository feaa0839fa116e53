import { type IExecuteFunctions } from 'n8n-workflow';

import { type ContactSource } from '../../../nodes/contact/source/properties';
import { readContacts } from '../../../nodes/contact/source/readSource';
import { InputError } from '../../../nodes/failures/inputError';
import { dialects } from '../../../nodes/providers/dialects';

export const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nTEL:12 99613-0832\r\nEND:VCARD\r\n';

/** What the readers see of n8n: the parameters of the node and the binary data of the only item. */
export function contextOf(
	parameters: Readonly<Record<string, unknown>>,
	files?: Readonly<Record<string, string | Buffer>>,
): IExecuteFunctions {
	const context: IExecuteFunctions = Object.assign(Object.create(null), {
		getNodeParameter: (name: string) => parameters[name],
		getInputData: () => [{ json: {}, ...(files === undefined ? {} : { binary: files }) }],
		helpers: {
			getBinaryDataBuffer: async (_item: number, name: string) => Buffer.from(files?.[name] ?? ''),
		},
	});
	return context;
}

/** The contacts of a source with these parameters and files. */
export async function read(
	source: ContactSource,
	parameters: Readonly<Record<string, unknown>>,
	options: Readonly<Record<string, unknown>> = {},
	files?: Readonly<Record<string, string | Buffer>>,
) {
	return await readContacts(contextOf(parameters, files), 0, source, options, dialects);
}

/** Why the same is refused. */
export async function refusal(...given: Parameters<typeof read>): Promise<InputError> {
	try {
		await read(...given);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('it was read');
}
