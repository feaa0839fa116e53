import { z } from 'zod';

import { isObject } from './object';

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

type Shape = Readonly<Record<string, z.ZodTypeAny>>;

/** As zod's `object`, read in one step: other fields are left out. */
export function object<S extends Shape>(shape: S): ObjectType<S> {
	return new ObjectSchema<z.objectOutputType<S, z.ZodTypeAny>>(shape, false);
}

/** As zod's strict `object`, read in one step: other fields are an issue. */
export function strictObject<S extends Shape>(shape: S): ObjectType<S> {
	return new ObjectSchema<z.objectOutputType<S, z.ZodTypeAny>>(shape, true);
}

type ObjectType<S extends Shape> = z.ZodType<
	z.objectOutputType<S, z.ZodTypeAny>,
	z.ZodTypeDef,
	unknown
>;

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

class ObjectSchema<Value extends object> extends z.ZodType<Value, z.ZodTypeDef, unknown> {
	private fields: readonly Field[] | undefined;

	constructor(
		private readonly shape: Shape,
		private readonly strict: boolean,
	) {
		super({});
	}

	_parse(input: z.ParseInput): z.ParseReturnType<Value> {
		const given: unknown = input.data;
		const received = z.getParsedType(given);
		if (!isObject(given) || received !== z.ZodParsedType.object) {
			z.addIssueToContext(this._getOrReturnCtx(input), {
				code: z.ZodIssueCode.invalid_type,
				expected: z.ZodParsedType.object,
				received,
			});
			return z.INVALID;
		}
		const read: Record<string, unknown> = {};
		let status: 'valid' | 'dirty' | 'aborted' = 'valid';
		this.fields ??= fieldsOf(this.shape);
		for (const { key, schema, isOptional } of this.fields) {
			const data = given[key];
			if (data === undefined && isOptional) {
				if (key in given) read[key] = undefined;
				continue;
			}
			const field = schema._parse(new FieldInput(data, key, input));
			if (field instanceof Promise) throw new Error('A field is read in one step, not later');
			if (field.status !== 'valid') status = status === 'aborted' ? status : field.status;
			if (field.status === 'aborted') continue;
			if (field.value !== undefined || key in given) read[key] = field.value;
		}
		if (this.strict && !this.knows(given, input)) status = status === 'valid' ? 'dirty' : status;
		return status === 'aborted' ? z.INVALID : { status, value: read as Value };
	}

	/** Tells of the fields that the schema does not have. */
	private knows(given: Record<string, unknown>, input: z.ParseInput): boolean {
		const keys = Object.keys(given).filter((key) => !Object.hasOwn(this.shape, key));
		if (keys.length === 0) return true;
		const code = z.ZodIssueCode.unrecognized_keys;
		z.addIssueToContext(this._getOrReturnCtx(input), { code, keys });
		return false;
	}
}

interface Field {
	key: string;
	schema: z.ZodTypeAny;
	/** Whether it may be absent, as most fields of most contacts are, and nothing is made of it then. */
	isOptional: boolean;
}

function fieldsOf(shape: Shape): Field[] {
	return Object.entries(shape).map(([key, schema]) => ({
		key,
		schema,
		isOptional: isOptional(schema),
	}));
}

function isOptional(schema: z.ZodTypeAny): boolean {
	try {
		const absent = schema.safeParse(undefined);
		return absent.success && absent.data === undefined;
	} catch {
		// Some refuse by an error of their own, which says more
		return false;
	}
}

/** A field as its schema takes it; where it stands is only put together for an issue. */
class FieldInput {
	constructor(
		readonly data: unknown,
		private readonly key: string,
		private readonly object: z.ParseInput,
	) {}

	get path(): z.ParsePath {
		return [...this.object.path, this.key];
	}

	get parent(): z.ParseContext {
		return this.object.parent;
	}
}
