import type { INodeParameters } from 'n8n-workflow';

import {
	account as WAWP,
	specialNumbers as WAWP_NUMBERS,
} from '../../sandbox/providers/wawp/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { expectFailure, type Failure } from '../support/failure';
import { NUMBER } from '../support/people';
import { sandboxForTests } from '../support/sandbox';

const sandbox = sandboxForTests();

describe('Wawp', () => {
	const to = (number: string): INodeParameters => ({ recipient: `+${number}` });
	const rows: Array<[string, Failure]> = [
		[
			'a wrong token',
			{
				credential: { accessToken: 'wrong' },
				output: { error: /\(401\): Invalid or Missing Access Token/, httpCode: '401' },
			},
		],
		[
			'a wrong token, as XML',
			{
				credential: { accessToken: WAWP.xmlToken },
				output: { error: /\(401\): [^<>]*Invalid or Missing Access Token/, httpCode: '401' },
			},
		],
		[
			'a session that is gone',
			{
				parameters: { options: { maxRetries: 0, instanceId: WAWP.goneInstance } },
				output: {
					error: /\(404 invalid_session\): Session Does Not Exist/,
					httpCode: '404',
					code: 'invalid_session',
				},
			},
		],
		[
			'an unknown session, as XML',
			{
				credential: { instanceId: WAWP.xmlInstance },
				output: { error: /\(404\): [^<>]*Session Does Not Exist/, httpCode: '404' },
			},
		],
		[
			'a session that waits for its QR code',
			{
				credential: { instanceId: WAWP.unpairedInstance },
				output: { error: /\(422\): Session status .*Scan the QR code/, httpCode: '422' },
			},
		],
		[
			'a number that Wawp refuses',
			{
				parameters: to(SPECIAL_NUMBERS.notOnWhatsApp),
				output: { error: /\(400\): Invalid Number \(Unknown\)/, httpCode: '400' },
			},
		],
		[
			'a refusal as XML',
			{
				parameters: to(WAWP_NUMBERS.xml400),
				output: { error: /\(400\): [^<>]*Missing Required/, httpCode: '400' },
			},
		],
		[
			'a refusal as text',
			{
				parameters: to(WAWP_NUMBERS.text400),
				output: { error: /\(400\): Bad Request - Missing Required/, httpCode: '400' },
			},
		],
		[
			'too many requests',
			{
				parameters: to(WAWP_NUMBERS.json429),
				output: { error: /\(429\): Rate Limit Exceeded/, httpCode: '429' },
			},
		],
		[
			'a failure',
			{
				parameters: to(SPECIAL_NUMBERS.sendFails),
				output: {
					error: /^Wawp failed \(500\): Unexpected Failure/,
					httpCode: '500',
					outcome: 'unknown',
				},
			},
		],
		[
			'a failure as a web page',
			{
				parameters: to(WAWP_NUMBERS.html500),
				output: { error: /^Wawp failed \(500\)/, httpCode: '500', outcome: 'unknown' },
			},
		],
		[
			'a gateway that fails',
			{
				parameters: to(WAWP_NUMBERS.json502),
				output: {
					error: /\(502\): Connection Failed to Upstream/,
					httpCode: '502',
					outcome: 'unknown',
				},
			},
		],
		[
			'a gateway that fails, as XML',
			{
				parameters: to(WAWP_NUMBERS.xml502),
				output: {
					error: /\(502\): [^<>]*Connection Failed to Upstream/,
					httpCode: '502',
					outcome: 'unknown',
				},
			},
		],
		[
			'an error code under 200',
			{
				parameters: to(WAWP_NUMBERS.code200),
				output: {
					error: /refused the card \(200 invalid_session\): Session is not available/,
					httpCode: '200',
					code: 'invalid_session',
				},
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(sandbox, 'wawp', { recipient: NUMBER, ...failure.parameters }, failure);
	});
});
