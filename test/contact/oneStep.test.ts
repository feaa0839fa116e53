import fc from 'fast-check';
import { z } from 'zod';

import { object, strictObject } from '../../nodes/contact/oneStep';

const SEED = 20260701;

const inner = { id: z.string().min(1), count: z.number().nullish() };
const shape = (nested: z.ZodTypeAny) => ({
	name: z.string(),
	note: z.string().optional(),
	code: z.literal('OK').catch('OK'),
	nested,
	list: z.array(nested).optional(),
});
const ours = {
	loose: object(shape(object(inner))),
	strict: strictObject(shape(strictObject(inner))),
};
const zods = {
	loose: z.object(shape(z.object(inner))),
	strict: z.object(shape(z.object(inner).strict())).strict(),
};

/** Mostly the first of the values. */
const mostly = (usual: unknown, ...others: unknown[]) =>
	fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const strangers = mostly({}, { constructor: 'x' }, { other: undefined }, { more: 1, most: 2 });
const noObject = fc.constantFrom<unknown>(null, undefined, 'text', 7, [], new Date(0), Number.NaN);

const withStrangers = (known: fc.Arbitrary<object>) =>
	fc.tuple(known, strangers).map(([fields, others]) => ({ ...fields, ...(others as object) }));
const anyInner = fc.oneof(
	{
		weight: 8,
		arbitrary: withStrangers(
			fc.record(
				{ id: mostly('a', '', 5), count: mostly(1, null, undefined, 'x') },
				{ requiredKeys: ['id'] },
			),
		),
	},
	noObject,
);
const anyValue = fc.oneof(
	{
		weight: 8,
		arbitrary: withStrangers(
			fc.record(
				{
					name: mostly('Ana', undefined, 5),
					note: mostly('n', undefined, null),
					code: mostly('OK', 'ERROR'),
					nested: anyInner,
					list: fc.array(anyInner, { maxLength: 2 }),
				},
				{ requiredKeys: ['name', 'nested'] },
			),
		),
	},
	noObject,
);

it.each(['loose', 'strict'] as const)('reads and refuses what zod does, %s', (kind) => {
	let read = 0;
	fc.assert(
		fc.property(anyValue, (value) => {
			const own = ours[kind].safeParse(value);
			const expected = zods[kind].safeParse(value);
			expect(own.success).toBe(expected.success);
			if (own.success) read += 1;
			expect(own.data).toEqual(expected.data);
			expect(own.data === undefined ? [] : Object.keys(own.data)).toEqual(
				expected.data === undefined ? [] : Object.keys(expected.data),
			);
			expect(own.error?.issues).toEqual(expected.error?.issues);
		}),
		{ numRuns: 2000, seed: SEED },
	);
	expect(read).toBeGreaterThan(50);
});
