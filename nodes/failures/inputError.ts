import type { Problem } from './failure';

/** Something that a person entered cannot become a card. Nothing was sent. */
export class InputError extends Error {
	override readonly name = 'InputError';

	readonly field: string;

	readonly fix: string;

	/** @param message what is wrong, without a full stop, so that it can be a title */
	constructor(message: string, { field, fix }: Omit<Problem, 'problem'>) {
		super(message);
		this.field = field;
		this.fix = fix;
	}
}
