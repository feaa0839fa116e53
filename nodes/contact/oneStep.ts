import { z } from 'zod';

/** What is made of a value, or what is wrong with it: `must be text`. */
export type Reading<Value> = { value: Value } | { problem: string };

/**
 * A schema that reads a value in one step. A card is made of some sixty values, and zod's own way, a check, a
 * transformation and a context for each, takes longer for them than all that is done with the card.
 */
export function oneStep<Value>(
	read: (value: unknown) => Reading<Value>,
): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new OneStep(read);
}

/** A schema that gives `absent` for null and undefined, and reads what `prepare` makes of everything else. */
export function ifGiven<Value>(
	schema: z.ZodType<Value, z.ZodTypeDef, unknown>,
	prepare: (value: unknown) => unknown,
	absent: () => Value,
): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new IfGiven(schema, prepare, absent);
}

class OneStep<Value> extends z.ZodType<Value, z.ZodTypeDef, unknown> {
	constructor(private readonly read: (value: unknown) => Reading<Value>) {
		super({});
	}

	_parse(input: z.ParseInput): z.ParseReturnType<Value> {
		const reading = this.read(input.data);
		if ('value' in reading) return z.OK(reading.value);
		z.addIssueToContext(this._getOrReturnCtx(input), {
			code: z.ZodIssueCode.custom,
			message: reading.problem,
		});
		return z.INVALID;
	}
}

class IfGiven<Value> extends z.ZodType<Value, z.ZodTypeDef, unknown> {
	constructor(
		private readonly schema: z.ZodType<Value, z.ZodTypeDef, unknown>,
		private readonly prepare: (value: unknown) => unknown,
		private readonly absent: () => Value,
	) {
		super({});
	}

	_parse(input: z.ParseInput): z.ParseReturnType<Value> {
		const value: unknown = input.data;
		if (value === undefined || value === null) return z.OK(this.absent());
		const { path, parent } = input;
		return this.schema._parse({ data: this.prepare(value), path, parent });
	}
}
