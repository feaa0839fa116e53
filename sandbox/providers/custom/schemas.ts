/** The request bodies that the sandbox's custom services accept; they stand for any service behind Custom HTTP. */
import { z } from 'zod';

/** A private fork of a WhatsApp server. */
export const forkSchema = z.strictObject({
	to: z.string().regex(/^(?:\+\d{7,15}|[\d-]+@(?:g\.us|lid|newsletter))$/, 'is not a recipient'),
	contact: z.looseObject({ name: z.looseObject({ formatted_name: z.string() }) }),
	vcard: z.string().startsWith('BEGIN:VCARD'),
	key: z.string().optional(),
});

/** A text message through the fork. */
export const forkTextSchema = z.strictObject({ to: z.string().min(1), text: z.string().min(1) });

/** A webhook, which accepts anything besides the vCard. */
export const hookSchema = z.looseObject({ vcard: z.string().startsWith('BEGIN:VCARD') });

/** The fields of a service that accepts forms. */
export const formSchema = z.strictObject({
	to: z.string().min(1),
	text: z.string().optional(),
	vcard: z.string().startsWith('BEGIN:VCARD'),
});

/** An email gateway, which takes the card as an attachment. */
export const mailSchema = z.strictObject({
	personalizations: z
		.array(z.strictObject({ to: z.array(z.strictObject({ email: z.email() })).min(1) }))
		.min(1),
	from: z.strictObject({ email: z.email() }),
	subject: z.string().min(1),
	content: z.array(z.strictObject({ type: z.string(), value: z.string().min(1) })).min(1),
	attachments: z
		.array(
			z.strictObject({ content: z.base64(), filename: z.string(), type: z.literal('text/vcard') }),
		)
		.min(1),
});
