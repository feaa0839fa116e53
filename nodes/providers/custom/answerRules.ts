/** The node's parameter Answer: what a person says about the answers of a custom service. */

import * as z from 'zod/mini';

import { quote } from '../../contact/text';
import { InputError } from '../../failures/inputError';
import { optionalText } from '../parameterSchemas';
import { DEFAULT_RULES, isAnswerPath, type AnswerRules, type Condition } from './answer';

const statuses = (label: string) =>
	z.pipe(
		optionalText,
		z.transform((text = ''): number[] => {
			const numbers = text.split(/[\s,;]+/).filter((part) => part !== '');
			const wrong = numbers.find((number) => !/^[45]\d\d$/.test(number));
			if (wrong === undefined) return numbers.map(Number);
			throw new InputError(`${label} has ${quote(wrong)}, which is not a status from 400 to 599`, {
				field: 'customAnswer',
				fix: 'Enter statuses separated by commas, such as 503, 507.',
			});
		}),
	);

/** A path into an answer, without the `$.` that it may begin with. */
const answerPath = (label: string) =>
	z.pipe(
		optionalText,
		z.transform((text): string | undefined => {
			const path = text?.replace(/^\$(?:\.|(?=\[))/, '');
			if (path === undefined || isAnswerPath(path)) return path;
			throw new InputError(`${label} ${quote(path)} is not a path into an answer`, {
				field: 'customAnswer',
				fix: 'Write it as data.messages[0].id, or as header:x-message-id.',
			});
		}),
	);

export const answerSchema = z.pipe(
	z.object({
		messageIdPath: answerPath('Message ID Path'),
		chatIdPath: answerPath('Chat ID Path'),
		successPath: answerPath('Success Path'),
		successValue: optionalText,
		notSentPath: answerPath('Not Sent Path'),
		notSentValue: optionalText,
		notSentStatuses: statuses('Not Sent Statuses'),
		retryStatuses: statuses('Retry Statuses'),
		messagePath: answerPath('Error Message Path'),
		codePath: answerPath('Error Code Path'),
		sentWithoutId: z.nullish(z.boolean()),
	}),
	z.transform(
		({ successPath, successValue, notSentPath, notSentValue, ...rules }): AnswerRules => ({
			...rules,
			messageIdPath: rules.messageIdPath ?? DEFAULT_RULES.messageIdPath,
			sentWithoutId: rules.sentWithoutId ?? false,
			success: condition('Success', successPath, successValue),
			notSent: condition('Not Sent', notSentPath, notSentValue),
		}),
	),
);

function condition(
	label: string,
	path: string | undefined,
	value: string | undefined,
): Condition | undefined {
	if (path !== undefined) return { path, value };
	if (value === undefined) return undefined;
	throw new InputError(`${label} Value is set without ${label} Path`, {
		field: 'customAnswer',
		fix: `Set ${label} Path to where the value is found.`,
	});
}
