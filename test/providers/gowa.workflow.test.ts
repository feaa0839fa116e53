import type { INodeParameters } from 'n8n-workflow';

import { account as GOWA } from '../../sandbox/providers/gowa/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { expectFailure, type Failure } from '../support/failure';
import { NUMBER } from '../support/people';
import { sandboxForTests } from '../support/sandbox';

const sandbox = sandboxForTests({ settings: { gowa: { timeoutMs: 5 } } });

describe('GOWA', () => {
	const to = (number: string): INodeParameters => ({ recipient: `+${number}` });
	const device = (deviceId: string): INodeParameters => ({ options: { maxRetries: 0, deviceId } });
	const rows: Array<[string, Failure]> = [
		[
			'a wrong password, in plain text',
			{
				credential: { password: 'wrong' },
				output: { error: /\(401\): Unauthorized .*username and password/, httpCode: '401' },
			},
		],
		[
			'a server with several devices and no choice',
			{
				credential: { deviceId: '' },
				output: {
					error:
						/\(400 DEVICE_ID_REQUIRED\).*set the Device ID in the credential, or choose a Device in the options/,
					httpCode: '400',
					code: 'DEVICE_ID_REQUIRED',
				},
			},
		],
		[
			'an unknown device',
			{
				parameters: device('nobody'),
				output: {
					error:
						/\(404 DEVICE_NOT_FOUND\).*Check the Device ID in the credential, and the Device in the options/,
					httpCode: '404',
					code: 'DEVICE_NOT_FOUND',
				},
			},
		],
		[
			'a device that is logged out',
			{
				parameters: device(GOWA.loggedOutDevice),
				output: {
					error: /\(401 AUTHENTICATION_ERROR\): you are not logged in/,
					httpCode: '401',
					code: 'AUTHENTICATION_ERROR',
				},
			},
		],
		[
			'a device that is not connected',
			{
				parameters: device(GOWA.offlineDevice),
				output: {
					error: /\(401 AUTHENTICATION_ERROR\): you are not connect/,
					httpCode: '401',
					code: 'AUTHENTICATION_ERROR',
				},
			},
		],
		[
			'a device without a client',
			{
				parameters: device(GOWA.clientlessDevice),
				output: {
					error: /refused the card \(500 INVALID_WA_CLI\)/,
					httpCode: '500',
					code: 'INVALID_WA_CLI',
				},
			},
		],
		[
			'a number that is not on WhatsApp',
			{
				parameters: to(SPECIAL_NUMBERS.notOnWhatsApp),
				output: { error: /\(400 INVALID_JID\)/, httpCode: '400', code: 'INVALID_JID' },
			},
		],
		[
			"WhatsApp's lock on the account, which is never repeated",
			{
				parameters: { ...to(SPECIAL_NUMBERS.reachoutLock), options: {} },
				output: {
					error: /\(429 WA_REACHOUT_TIMELOCK\).*do not send the card again/,
					httpCode: '429',
					code: 'WA_REACHOUT_TIMELOCK',
				},
			},
		],
		[
			'a send that WhatsApp never confirms',
			{
				parameters: to(SPECIAL_NUMBERS.neverConfirms),
				output: {
					error: /^GOWA failed \(504 GATEWAY_TIMEOUT\)/,
					httpCode: '504',
					code: 'GATEWAY_TIMEOUT',
					outcome: 'unknown',
				},
			},
		],
		[
			'a send that fails',
			{
				parameters: to(SPECIAL_NUMBERS.sendFails),
				output: {
					error:
						/^GOWA refused the card \(500 INTERNAL_SERVER_ERROR\): failed to send message.*Restart the session/,
					httpCode: '500',
					code: 'INTERNAL_SERVER_ERROR',
					outcome: 'notSent',
				},
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(sandbox, 'gowa', { recipient: NUMBER, ...failure.parameters }, failure);
	});
});
