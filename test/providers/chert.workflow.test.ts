import type { INodeParameters } from 'n8n-workflow';

import { account as CHERT } from '../../sandbox/providers/chert/account';
import { startSandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { CARD, expectFailure, type Failure } from '../support/failure';
import { NUMBER } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { runSend } from '../support/workflow';

const sandbox = sandboxForTests();

describe('Chert', () => {
	const chat = (chatId: string): INodeParameters => ({ addressBy: 'chat', chatId });
	const refusal = (status: number, code: number, words: RegExp): Failure['output'] => ({
		error: new RegExp(`\\(${String(status)} ${String(code)}\\): .*${words.source}`),
		httpCode: String(status),
		code: String(code),
	});
	const rows: Array<[string, Failure]> = [
		[
			'a wrong secret',
			{ credential: { signingSecret: 'wrong' }, output: refusal(401, 2004, /signing secret/) },
		],
		[
			'a wrong signature',
			{
				credential: { authentication: 'hmac', signingSecret: 'wrong' },
				output: refusal(401, 2004, /Invalid signature/),
			},
		],
		[
			'a signature without a tenant',
			{ credential: { authentication: 'hmac', tenant: '' }, output: refusal(401, 2012, /tenant/) },
		],
		[
			'an unknown tenant',
			{ credential: { tenant: 'nobody' }, output: refusal(404, 2001, /Check the tenant/) },
		],
		[
			"another account's tenant",
			{
				credential: { tenant: CHERT.multiTenants[0] },
				output: refusal(403, 2005, /Forbidden/),
			},
		],
		['an unknown chat', { parameters: chat('ch_x'), output: refusal(404, 2002, /Chat not found/) }],
		[
			'a chat without a line',
			{ parameters: chat(CHERT.noLineChat), output: refusal(501, 4099, /No pinned line/) },
		],
		[
			'a line without contact bubbles',
			{ parameters: chat(CHERT.noBubbleChat), output: refusal(422, 4099, /contact bubbles/) },
		],
		[
			'a delivery that fails',
			{ parameters: chat(CHERT.failingChat), output: refusal(502, 4001, /Delivery failed/) },
		],
		[
			'a line that is busy',
			{ parameters: chat(CHERT.busyChat), output: refusal(503, 4002, /unavailable/) },
		],
		[
			'an internal error',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.sendFails}` },
				output: { ...refusal(500, 3003, /Internal error/), outcome: 'unknown' },
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(
			sandbox,
			'chert',
			{ addressBy: 'phone', recipient: NUMBER, ...failure.parameters },
			failure,
		);
	});

	it('reports a clock that is more than five minutes off', async () => {
		const late = await startSandbox({ now: () => Date.now() + 301_000 });
		try {
			const run = await runSend(
				late,
				{ ...CARD, provider: 'chert', addressBy: 'phone', recipient: NUMBER },
				{},
				{ chert: { authentication: 'hmac' } },
			);
			expect(run.error?.message).toMatch(/\(401 2013\).*clock of the machine/);
		} finally {
			await late.close();
		}
	});
});
