import { isGroup, isList, KEYS, partsOf } from '../../nodes/contact/fields/keys';
import type { MessageJson } from '../../nodes/ConvertContactCard/fromMessage';
import type { FileJson } from '../../nodes/ConvertContactCard/toFile';
import type { QrCodeJson } from '../../nodes/ConvertContactCard/toQrCode';
import type { PreviewJson, SentJson } from '../../nodes/SendContactCard/outputShapes';

/** A JSON schema as n8n's editor reads it, to offer the fields of an output before the first run. */
export type OutputSchema =
	{ type: 'string' | 'number' | 'boolean' } | { type: 'array'; items: OutputSchema } | ObjectSchema;

interface ObjectSchema {
	type: 'object';
	properties: Record<string, OutputSchema>;
}

const text: OutputSchema = { type: 'string' };
const number: OutputSchema = { type: 'number' };
const arrayOf = (items: OutputSchema): OutputSchema => ({ type: 'array', items });
const objectOf = (properties: Record<string, OutputSchema>): ObjectSchema => ({
	type: 'object',
	properties,
});
const textsOf = (keys: readonly string[]) =>
	objectOf(Object.fromEntries(keys.map((key) => [key, text])));

/** A schema for every key of an output, so that a key that is missing here does not compile. */
type SchemaOf<Output> = Record<keyof Output & string, OutputSchema>;

const contact = objectOf(
	Object.fromEntries(
		KEYS.map((key): [string, OutputSchema] => {
			if (isGroup(key)) return [key, textsOf(partsOf(key))];
			return [key, isList(key) ? arrayOf(textsOf(partsOf(key))) : text];
		}),
	),
);
const warnings = arrayOf(objectOf({ contact: number, field: text, message: text }));

const sent: SchemaOf<Omit<SentJson, 'responses'>> = {
	provider: text,
	status: text,
	recipient: text,
	messageId: text,
	messageIds: arrayOf(text),
	textMessageIds: arrayOf(text),
	chatId: text,
	warnings,
	contacts: arrayOf(contact),
};
const previewed: SchemaOf<PreviewJson> = {
	provider: text,
	recipient: text,
	requests: arrayOf(
		objectOf({ method: text, url: text, headers: objectOf({}), body: objectOf({}) }),
	),
	warnings,
	contacts: arrayOf(contact),
};
const file: SchemaOf<FileJson> = { fileName: text, contacts: number, warnings };
const qrCode: SchemaOf<QrCodeJson> = {
	fileName: text,
	name: text,
	warnings: arrayOf(objectOf({ field: text, message: text })),
};
const message: SchemaOf<MessageJson> = {
	provider: text,
	from: text,
	chatId: text,
	messageId: text,
	contact,
};

const FOLDER = '__schema__/v1.0.0';

/** The schema of each operation's output, by its file in the project. */
export const OUTPUT_SCHEMAS: Readonly<Record<string, OutputSchema>> = {
	[`nodes/SendContactCard/${FOLDER}/send.json`]: objectOf(sent),
	[`nodes/SendContactCard/${FOLDER}/preview.json`]: objectOf(previewed),
	[`nodes/ConvertContactCard/${FOLDER}/toJson.json`]: contact,
	[`nodes/ConvertContactCard/${FOLDER}/toFile.json`]: objectOf(file),
	[`nodes/ConvertContactCard/${FOLDER}/toQrCode.json`]: objectOf(qrCode),
	[`nodes/ConvertContactCard/${FOLDER}/fromMessage.json`]: objectOf(message),
};
