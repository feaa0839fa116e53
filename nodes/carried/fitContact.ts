import type { Contact, FieldWarning } from '../contact/contact';
import { count, list } from '../contact/text';
import { photoWarnings } from '../contact/vcard/photo';
import { InputError } from '../failures/inputError';
import type { Fit, Provider } from '../providers/provider';
import { carriedPart } from './carriedPart';
import { losses, lossWarnings } from './losses';
import { photoSizeWarnings } from './photoSize';

/** A contact as its provider carries it, with warnings about what was lost or changed. */
export interface FittedContact {
	contact: Contact;
	warnings: FieldWarning[];
	/** The web address of its photo, if the picture was to be embedded in the card. */
	photoAddress?: string;
}

/**
 * The contact as the provider carries it, with what is lost or changed as warnings.
 *
 * @param number the contact's place in its item, from 1
 * @throws InputError if the provider cannot carry it, or not completely and `onUnsupportedField` is `fail`
 */
export function fitContact(
	{ contact, warnings, photoAddress }: FittedContact,
	number: number,
	provider: Provider,
	onUnsupportedField: 'warn' | 'fail',
): FittedContact {
	const { displayName, carries, limits } = provider;
	const fitted: Fit = provider.fit?.(contact) ?? { contact, warnings: [] };
	if ('problem' in fitted) {
		throw new InputError(`Contact ${String(number)} ${fitted.problem}`, fitted);
	}
	const notCarried = losses(contact, carries);
	const lost = [...notCarried, ...(fitted.lost ?? [])];
	if (lost.length > 0 && onUnsupportedField === 'fail') {
		throw new InputError(
			`Contact ${String(number)} has parts that ${displayName} does not carry: ${list(lost.map((loss) => loss.lost))}`,
			{
				field: lost[0]?.field ?? 'contacts',
				fix: 'Leave it out, choose another provider, or set the option On Unsupported Field to Warn.',
			},
		);
	}
	const carried = carriedPart(fitted.contact, carries);
	return {
		contact: carried,
		...(photoAddress === undefined ? {} : { photoAddress }),
		warnings: [
			...warnings,
			...fitted.warnings,
			...lossWarnings(notCarried, carries, displayName),
			...nameWarnings(contact, limits.nameLength, displayName),
			...(photoAddress === undefined ? photoWarnings(carried.photo) : []),
			...photoSizeWarnings(carried.photo, provider),
		],
	};
}

function nameWarnings(
	{ name }: Contact,
	most: number | undefined,
	provider: string,
): FieldWarning[] {
	if (most === undefined) return [];
	const length = [...name.formatted_name].length;
	if (length <= most) return [];
	return [
		{
			field: 'name',
			message: `The name has ${count(length, 'character')}; ${provider} recommends at most ${String(most)}; the rest may be cut off in the chat`,
		},
	];
}
