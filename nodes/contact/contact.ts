import * as z from 'zod/mini';

import { oneLine, paragraph } from './text';

const line = z
	.string()
	.check(z.minLength(1))
	.check(
		z.refine(
			(text) => oneLine(text) === text,
			'must be one trimmed line without control characters',
		),
	);

const lines = z
	.string()
	.check(z.minLength(1))
	.check(
		z.refine((text) => paragraph(text) === text, 'must be trimmed text without control characters'),
	);

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

const type = z.optional(line);

/**
 * The neutral contact: Meta's contacts object
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages) plus `nickname`,
 * `note` and `photo` of vCard. Every text is present and not empty, or absent; lists may be empty.
 */
export const contactSchema = z.strictObject({
	name: z.strictObject({
		formatted_name: line,
		first_name: z.optional(line),
		last_name: z.optional(line),
		middle_name: z.optional(line),
		prefix: z.optional(line),
		suffix: z.optional(line),
	}),
	phones: z.array(
		z.strictObject({
			phone: line,
			type,
			wa_id: z.optional(z.string().check(z.regex(/^\d{5,20}$/))),
		}),
	),
	emails: z.array(z.strictObject({ email: line, type })),
	addresses: z.array(
		z
			.strictObject({
				street: z.optional(line),
				city: z.optional(line),
				state: z.optional(line),
				zip: z.optional(line),
				country: z.optional(line),
				country_code: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
				type,
			})
			.check(
				z.refine(
					({ type: _type, ...parts }) => Object.values(parts).some((part) => part !== undefined),
					'an address needs at least one part',
				),
			),
	),
	org: z.strictObject({
		company: z.optional(line),
		department: z.optional(line),
		title: z.optional(line),
	}),
	urls: z.array(z.strictObject({ url: line, type })),
	birthday: z.optional(z.string().check(z.refine(isBirthday, 'must be YYYY-MM-DD, or --MM-DD'))),
	nickname: z.optional(line),
	note: z.optional(lines),
	photo: z.optional(z.string().check(z.regex(PHOTO))),
});

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
}
