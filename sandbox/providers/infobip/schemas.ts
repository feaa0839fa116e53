/** Infobip's messages, by its OpenAPI. */
import { z } from 'zod';

const filled = z.string().min(1, 'must not be blank');
const address = z
	.string()
	.min(1, 'size must be between 1 and 24')
	.max(24, 'size must be between 1 and 24');
const place = z.enum(['HOME', 'WORK'], 'must be one of HOME, WORK').optional();

const contactSchema = z.object({
	name: z.object({
		firstName: filled,
		formattedName: filled,
		lastName: z.string().optional(),
		middleName: z.string().optional(),
		namePrefix: z.string().optional(),
		nameSuffix: z.string().optional(),
	}),
	phones: z
		.array(
			z.object({
				phone: z.string().optional(),
				type: z.enum(['CELL', 'MAIN', 'IPHONE', 'HOME', 'WORK'], 'unknown type').optional(),
				waId: z.string().optional(),
			}),
		)
		.optional(),
	emails: z.array(z.object({ email: z.string().optional(), type: place })).optional(),
	addresses: z
		.array(
			z.object({
				street: z.string().optional(),
				city: z.string().optional(),
				state: z.string().optional(),
				zip: z.string().optional(),
				country: z.string().optional(),
				countryCode: z.string().optional(),
				type: place,
			}),
		)
		.optional(),
	org: z
		.object({
			company: z.string().optional(),
			department: z.string().optional(),
			title: z.string().optional(),
		})
		.optional(),
	urls: z.array(z.object({ url: z.string().optional(), type: place })).optional(),
	birthday: z.iso.date('must be a date').optional(),
});
export type InfobipContact = z.infer<typeof contactSchema>;

const envelope = {
	from: address,
	to: address.regex(/^\d+$/, 'must be a number in international format'),
	messageId: z.string().max(50, 'size must be between 0 and 50').optional(),
	callbackData: z.string().max(4000, 'size must be between 0 and 4000').optional(),
	notifyUrl: z.url('must be a valid URL').max(2048).optional(),
	entityId: z.string().optional(),
	applicationId: z.string().optional(),
	context: z.object({ replyToMessageId: filled }).optional(),
};

export const contactMessage = z.object({
	...envelope,
	content: z.object({ contacts: z.array(contactSchema).min(1, 'must not be empty') }),
});
export const textMessage = z.object({
	...envelope,
	content: z.object({ text: filled.max(4096, 'size must be between 1 and 4096') }),
});
