import { ApplicationError } from 'n8n-workflow';

import { InputError } from '../../nodes/failures/inputError';
import { resultOf } from '../../nodes/failures/result';

const failing = async (error: unknown) =>
	await resultOf(() => {
		throw error;
	});

describe('an attempt', () => {
	it('gives the value, awaited', async () => {
		expect(await resultOf(async () => await Promise.resolve(7))).toEqual({ value: 7 });
	});

	it('keeps what an input error says and how to mend it', async () => {
		const error = new InputError('Recipient is empty', { field: 'recipient', fix: 'Give one.' });
		expect(await failing(error)).toEqual({
			failure: {
				outcome: 'notSent',
				title: 'Recipient is empty',
				fix: 'Give one.',
				field: 'recipient',
			},
		});
	});

	it("keeps the message of n8n's own errors", async () => {
		expect(await failing(new ApplicationError('No credentials are set'))).toEqual({
			failure: { outcome: 'notSent', title: 'No credentials are set', fix: '' },
		});
	});

	it('quotes nothing of an error that it does not know, since that may hold a secret', async () => {
		const { failure } = (await failing(new SyntaxError('bad token sandbox-secret'))) as {
			failure: unknown;
		};
		expect(failure).toEqual({
			outcome: 'notSent',
			title: 'The node stopped at an unexpected error (SyntaxError)',
			fix: expect.stringMatching(
				/^Nothing was done for this item\. Please report it at https:.+, with /,
			),
			isBug: true,
		});
		expect(await failing('just a text')).toMatchObject({
			failure: { title: 'The node stopped at an unexpected error (string)' },
		});
	});

	it('says so where the input is nested too deeply for the stack', async () => {
		const dig = (depth: number): number => dig(depth + 1) + 1;
		expect(await resultOf(() => dig(0))).toMatchObject({
			failure: { title: 'The input is nested too deeply to be read', outcome: 'notSent' },
		});
	});
});
