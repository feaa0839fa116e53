/** What a person gave cannot become a card. Nothing was sent. */
export class InputError extends Error {
	override readonly name = 'InputError';

	/** The parameter, or the field of the contact, that has to change. */
	readonly field: string;

	/** What to do about it, as one or more sentences. */
	readonly fix: string;

	/** @param message what is wrong, without a full stop, so that it can be a title */
	constructor(message: string, { field, fix }: { field: string; fix: string }) {
		super(message);
		this.field = field;
		this.fix = fix;
	}
}
