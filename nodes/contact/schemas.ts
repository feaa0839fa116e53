/** Schemas that zod does not have: values that people's data spells in more than one way. */

import * as z from 'zod/mini';

/** The value that was read, or what is wrong with it: `must be text`. */
export type ReadValue<Value> = { value: Value } | { problem: string };

/** A schema whose values a function reads. The function may also throw InputError if that says more. */
export function schemaOf<Value>(read: (value: unknown) => ReadValue<Value>): z.ZodMiniType<Value> {
	return z.transform((value: unknown, context): Value => {
		const result = read(value);
		if ('value' in result) return result.value;
		context.issues.push({ code: 'custom', message: result.problem, input: value });
		return z.NEVER;
	});
}

/** A schema for what `prepare` makes of a value. */
export function prepared<Value>(
	prepare: (value: unknown) => unknown,
	schema: z.ZodMiniType<Value>,
): z.ZodMiniType<Value> {
	return z.pipe(z.transform(prepare), schema);
}
