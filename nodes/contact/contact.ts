import { z } from 'zod';

import { oneLine, paragraph } from './text';

const line = z
	.string()
	.min(1)
	.refine((text) => oneLine(text) === text, 'must be one trimmed line without control characters');

const lines = z
	.string()
	.min(1)
	.refine((text) => paragraph(text) === text, 'must be trimmed text without control characters');

/** True for a day of the calendar, `YYYY-MM-DD`, or `--MM-DD` where the year is not told (RFC 6350, 4.3.1). */
export function isBirthday(text: string): boolean {
	const match = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text);
	if (match === null) return false;
	const [, year, month, day] = match;
	const date = new Date(0);
	date.setUTCFullYear(year === '-' ? 2000 : Number(year), Number(month) - 1, Number(day));
	return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** A photo: a web address, or the picture itself as a base64 data URI. */
const PHOTO =
	/^(https?:\/\/[^\s\p{Cc}\p{Cs}]+|data:image\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]+={0,2})$/u;

const type = line.optional();

/**
 * The neutral contact: Meta's contacts object
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages) plus `nickname`,
 * `note` and `photo` of vCard. Every text is present and not empty, or absent; lists may be empty.
 */
export const contactSchema = z
	.object({
		name: z
			.object({
				formatted_name: line,
				first_name: line.optional(),
				last_name: line.optional(),
				middle_name: line.optional(),
				prefix: line.optional(),
				suffix: line.optional(),
			})
			.strict(),
		phones: z.array(
			z
				.object({
					phone: line,
					type,
					wa_id: z
						.string()
						.regex(/^\d{5,20}$/)
						.optional(),
				})
				.strict(),
		),
		emails: z.array(z.object({ email: line, type }).strict()),
		addresses: z.array(
			z
				.object({
					street: line.optional(),
					city: line.optional(),
					state: line.optional(),
					zip: line.optional(),
					country: line.optional(),
					country_code: z
						.string()
						.regex(/^[A-Z]{2}$/)
						.optional(),
					type,
				})
				.strict()
				.refine(
					({ type: _type, ...parts }) => Object.values(parts).some((part) => part !== undefined),
					'an address needs at least one part',
				),
		),
		org: z
			.object({
				company: line.optional(),
				department: line.optional(),
				title: line.optional(),
			})
			.strict(),
		urls: z.array(z.object({ url: line, type }).strict()),
		birthday: z.string().refine(isBirthday, 'must be YYYY-MM-DD, or --MM-DD').optional(),
		nickname: line.optional(),
		note: lines.optional(),
		photo: z.string().regex(PHOTO).optional(),
	})
	.strict();

export type Contact = z.infer<typeof contactSchema>;
export type Name = Contact['name'];
export type Phone = Contact['phones'][number];
export type Address = Contact['addresses'][number];
export type Organization = Contact['org'];

/** The fields of a contact as warnings and errors name them. */
export type ContactField = keyof Contact;

/** What a reader makes of a source: the contact's own shape, but nothing is tidied, filled or checked yet. */
export interface ContactDraft {
	name?: Partial<Record<keyof Name, string | undefined>>;
	phones?: Array<{ phone: string; type?: string | undefined; wa_id?: string | undefined }>;
	emails?: Array<{ email: string; type?: string | undefined }>;
	addresses?: Array<Partial<Record<keyof Address, string | undefined>>>;
	org?: Partial<Record<keyof Organization, string | undefined>>;
	urls?: Array<{ url: string; type?: string | undefined }>;
	birthday?: string | undefined;
	nickname?: string | undefined;
	note?: string | undefined;
	photo?: string | undefined;
}

/** Something that a card does not carry as it was given. `field` is a field of the contact. */
export interface FieldWarning {
	field: string;
	message: string;
}

/** A draft with what its reader has to say about it. */
export interface ReadContact {
	draft: ContactDraft;
	warnings: FieldWarning[];
	/** Whether the reader has made sure, in steps, that a long photo is one: a look at all of it takes long. */
	isPhotoChecked?: boolean;
}
