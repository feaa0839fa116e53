import { z } from 'zod';

import { text } from '../contact/read/dialect';

/** An id as text, since some services number; null where it is absent, empty or something else. */
export const id = z
	.union([z.string().min(1), z.number()])
	.transform(String)
	.nullable()
	.catch(null);

/** Text; undefined where it is absent or something else. */
export const word = text.catch(undefined);

/** A boolean, false where it is absent or something else. */
export const flag = z.boolean().catch(false);

/** The entries of a list that fit; none where there is no list. */
export function entries<Entry>(
	entry: z.ZodType<Entry, z.ZodTypeDef, unknown>,
): z.ZodType<Entry[], z.ZodTypeDef, unknown> {
	return z
		.array(z.unknown())
		.catch([])
		.transform((list) =>
			list.flatMap((value) => {
				const result = entry.safeParse(value);
				return result.success ? [result.data] : [];
			}),
		);
}

/** An object of a shape, or undefined. */
export function maybe<Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
): z.ZodType<Shape | undefined, z.ZodTypeDef, unknown> {
	return shape.optional().catch(undefined);
}
