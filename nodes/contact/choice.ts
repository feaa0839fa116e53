import { InputError } from '../failures/inputError';

/**
 * One of a parameter's values.
 *
 * @param label as the editor shows it
 * @throws InputError for any other value
 */
export function readChoice<const Choice extends string>(
	label: string,
	value: unknown,
	choices: readonly Choice[],
): Choice {
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== undefined) return choice;
	throw new InputError(`${label} has an unknown value`, {
		field: label,
		fix: `Set it to ${choices.join(' or ')}.`,
	});
}

/**
 * An option that is on or off; off by default.
 *
 * @throws InputError for anything else
 */
export function readFlag(label: string, value: unknown): boolean {
	return readChoice(label, JSON.stringify(value ?? false), ['true', 'false']) === 'true';
}
