import {
	completeContact,
	type CompletedContact,
	type CompletionOptions,
} from '../../../nodes/contact/complete';
import { type Contact, type ContactDraft } from '../../../nodes/contact/contact';
import type { Problem } from '../../../nodes/failures/failure';

export const FROM_PHONE: CompletionOptions = { whatsappId: 'fromPhone' };

/** A contact that is completed, or what is missing; WhatsApp IDs come from the phones by default. */
export function complete(given: ContactDraft, options = FROM_PHONE): CompletedContact | Problem {
	return completeContact({ draft: given, warnings: [] }, options);
}

/** The same, of a contact that is not refused. */
export function completed(given: ContactDraft, options = FROM_PHONE): CompletedContact {
	const result = complete(given, options);
	if ('problem' in result) throw new Error(result.problem);
	return result;
}

/** The field of a contact named Ann that is made of these parts, and what is said about them. */
export function field<Key extends keyof Contact>(
	key: Key,
	given: ContactDraft,
	options = FROM_PHONE,
): { value: Contact[Key]; warnings: string[] } {
	const { contact, warnings } = completed({ name: { formatted_name: 'Ann' }, ...given }, options);
	return { value: contact[key], warnings: warnings.map(({ message }) => message) };
}
