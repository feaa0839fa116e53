import { account as RYZEAPI } from '../../sandbox/providers/ryzeapi/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { expectFailure, type Failure } from '../support/failure';
import { NUMBER } from '../support/people';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';

const sandbox = sandboxForTests({ settings: { ryzeapi: { perMinute: 10_000 } } });

describe('RyzeAPI', () => {
	const rows: Array<[string, Failure]> = [
		[
			'a wrong token',
			{
				credential: { token: 'wrong' },
				output: { error: /\(401\): Invalid token .*Check the token/, httpCode: '401' },
			},
		],
		[
			"another instance's token",
			{
				credential: { token: RYZEAPI.instanceToken },
				parameters: { instance: byId(RYZEAPI.secondInstance) },
				output: { error: /\(403\): Instance token does not match/, httpCode: '403' },
			},
		],
		[
			'an unknown instance',
			{
				parameters: { instance: byId('nobody') },
				output: { error: /\(404\): Instance not found/, httpCode: '404' },
			},
		],
		[
			'an instance that is not connected',
			{
				parameters: { instance: byId(RYZEAPI.offlineInstance) },
				output: {
					error:
						/refused the card \(503\): Instance is not connected to WhatsApp .*Connect the instance/,
					httpCode: '503',
				},
			},
		],
		[
			'a number that is not on WhatsApp',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.notOnWhatsApp}` },
				output: { error: /\(400\): Invalid phone number format: 12025550190/, httpCode: '400' },
			},
		],
		[
			'a send that fails',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.sendFails}` },
				output: {
					error: /^RyzeAPI refused the card \(500\): Failed to send message.*Restart the session/,
					httpCode: '500',
					outcome: 'notSent',
				},
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(
			sandbox,
			'ryzeapi',
			{ instance: byId(RYZEAPI.instance), recipient: NUMBER, ...failure.parameters },
			failure,
		);
	});
});
