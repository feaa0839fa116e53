import { InputError } from '../../nodes/failures/inputError';

/** The InputError that an action throws, as a person reads it. */
export function refusalOf(action: () => unknown): { message: string; field: string; fix: string } {
	try {
		action();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const { message, field, fix } = error;
		return { message, field, fix };
	}
	throw new Error('It was not refused');
}
