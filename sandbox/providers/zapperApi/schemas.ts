/** ZapperAPI's closed schemas, which refuse unknown fields. */
import { z } from 'zod';

const texts = z.array(z.string()).optional();

const vcardSchema = z.strictObject({
	fn: z.string(),
	n: z
		.strictObject({
			lastName: z.string(),
			firstName: z.string(),
			additionalNames: texts,
			prefixes: texts,
			suffixes: texts,
		})
		.optional(),
	nickname: z.string().optional(),
	photo: z.string().optional(),
	bday: z.string().optional(),
	adr: z
		.array(
			z.strictObject({
				postOfficeBox: z.string().optional(),
				extendedAddress: z.string().optional(),
				streetAddress: z.string().optional(),
				locality: z.string().optional(),
				region: z.string().optional(),
				postalCode: z.string().optional(),
				countryName: z.string().optional(),
				type: texts,
			}),
		)
		.optional(),
	tel: z.array(z.strictObject({ value: z.string(), type: texts })).optional(),
	email: z.array(z.strictObject({ value: z.email(), type: texts })).optional(),
	url: z.url().optional(),
	org: texts,
	title: z.string().optional(),
	role: z.string().optional(),
	logo: z.string().optional(),
	note: z.string().optional(),
	categories: texts,
});

const expiration = z.enum(['none', '24h', '7d', '90d']).optional();

export type ZapperVcard = z.infer<typeof vcardSchema>;
export const contactSchema = z.strictObject({
	jid: z.string().min(1),
	vcard: vcardSchema,
	expiration,
});
export const textSchema = z.strictObject({
	jid: z.string().min(1),
	message: z.string(),
	mentions: texts,
	mentionsEveryone: z.boolean().optional(),
	splitMessage: z.boolean().optional(),
	processImageLink: z.boolean().optional(),
	autoCaption: z.boolean().optional(),
	expiration,
});
export const checkSchema = z.strictObject({ numbers: z.array(z.string()).min(1) });
