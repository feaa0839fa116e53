import { InputError } from '../failures/inputError';

/** Default of the option Timeout, in milliseconds. */
const DEFAULT_TIMEOUT = 30_000;

/**
 * The option Delay of a service that answers only after that delay, in seconds; undefined if there is none.
 *
 * @param timeout milliseconds
 * @throws InputError for a delay that is not shorter than the timeout: every card would look like a failure
 */
export function answeredDelay(
	seconds: number | undefined,
	timeout: number | undefined,
	provider: string,
): number | undefined {
	if (seconds === undefined || seconds === 0) return undefined;
	if (seconds * 1000 < (timeout ?? DEFAULT_TIMEOUT)) return seconds;
	throw new InputError('Delay must be shorter than Timeout', {
		field: 'delay',
		fix: `${provider} answers after the delay: lower Delay, or raise the option Timeout.`,
	});
}
