import type { INodeParameters } from 'n8n-workflow';

import { account as WAHA } from '../../sandbox/providers/waha/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { ANA_IN_PARTS } from '../support/people';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('in n8n, with the sandbox', () => {
	const sandbox = sandboxForTests();

	const CARD: INodeParameters = {
		provider: 'waha',
		session: byId(WAHA.session),
		recipient: '+6281234567890',
		contactSource: 'json',
		contactsJson: JSON.stringify(ANA_IN_PARTS),
	};
	const from = (session: string): INodeParameters => ({ session: byId(session) });
	const to = (number: string): INodeParameters => ({ recipient: `+${number}` });

	const rows: Array<[string, Failure]> = [
		[
			'a wrong key',
			{
				credential: { apiKey: 'wrong' },
				output: {
					error: /^WAHA refused the card \(401\): Unauthorized \[item 0\]\. Check the API key/,
					httpCode: '401',
				},
			},
		],
		[
			'a key of another session',
			{
				credential: { apiKey: WAHA.salesKey },
				output: { error: /\(403\).*is for another session/, httpCode: '403' },
			},
		],
		[
			'an unknown session',
			{
				parameters: from('nobody'),
				output: { error: /\(404\): We didn't find a session .*Start the session/, httpCode: '404' },
			},
		],
		[
			'a stopped session',
			{
				parameters: from(WAHA.stoppedSession),
				output: { error: /\(404\).*Start the session in WAHA/, httpCode: '404' },
			},
		],
		[
			'a session that is not linked',
			{
				parameters: from(WAHA.unpairedSession),
				output: {
					error: /\(422 SCAN_QR_CODE\): Session status is not as expected\. .*scan its QR code/,
					httpCode: '422',
					code: 'SCAN_QR_CODE',
				},
			},
		],
		[
			'a session that failed',
			{
				parameters: from(WAHA.failedSession),
				output: { error: /\(422 FAILED\).*Restart/, httpCode: '422', code: 'FAILED' },
			},
		],
		[
			'an engine that cannot',
			{
				parameters: from(WAHA.webjsSession),
				output: { error: /refused the card \(501\).*NOWEB or GOWS/, httpCode: '501' },
			},
		],
		[
			'an engine that could not in 2024',
			{
				parameters: from(WAHA.oldWebjsSession),
				output: { error: /\(422\).*NOWEB or GOWS/, httpCode: '422' },
			},
		],
		[
			'a number without WhatsApp',
			{
				parameters: to(SPECIAL_NUMBERS.notOnWhatsApp),
				output: { error: /refused the card \(500\): no LID found/, httpCode: '500' },
			},
		],
		[
			"WhatsApp's lock on the account",
			{
				parameters: to(SPECIAL_NUMBERS.reachoutLock),
				output: { error: /error 463 .*do not send the card again/, httpCode: '500' },
			},
		],
		[
			'a send that WhatsApp never confirms',
			{
				parameters: to(SPECIAL_NUMBERS.neverConfirms),
				output: { error: /failed \(500\): 4 DEADLINE/, httpCode: '500', outcome: 'unknown' },
			},
		],
	];

	it.each(rows)('fails with %s', async (_name, failure) => {
		const parameters = { session: CARD['session'], recipient: CARD['recipient'] };
		await expectFailure(sandbox, 'waha', { ...parameters, ...failure.parameters }, failure);
	});

	it.each([
		[WAHA.session, expect.stringMatching(/^true_6281234567890@c\.us_3EB0/), '6281234567890@c.us'],
		[WAHA.nowebSession, expect.stringMatching(/^3EB0/), '6281234567890@s.whatsapp.net'],
		[WAHA.silentSession, null, null],
	])('sends from the session %s', async (session, messageId, chatId) => {
		const run = await runSend(sandbox, { ...CARD, ...from(session) });
		expect(run.error).toBeUndefined();
		expect(outputs(run)[0]).toMatchObject({ status: 'sent', messageId, chatId });
		expect(sandbox.deliveries()[0]?.contacts).toMatchObject([
			{ name: { formatted_name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' } },
		]);
	});

	it('sends from the session "default", where none is chosen', async () => {
		const { session: _none, ...rest } = CARD;
		const run = await runSend(sandbox, rest);
		expect(run.error).toBeUndefined();
		expect(sandbox.deliveries()[0]?.account).toBe('default');
	});

	it('sends as a reply', async () => {
		await runSend(sandbox, { ...CARD, options: { replyTo: 'false_1@c.us_A' } });
		expect(sandbox.deliveries()[0]?.options).toEqual({ replyTo: 'false_1@c.us_A' });
	});

	it('lists the sessions with their states, and finds one', async () => {
		const { results } = await search(sandbox, 'waha', 'searchWahaSessions');
		expect(results.slice(0, 2).map(({ name }) => name)).toEqual([
			expect.stringMatching(/^default \(WORKING, GOWS, \w+ \w+\)$/),
			expect.stringMatching(/^sales \(WORKING, /),
		]);
		const found = await search(sandbox, 'waha', 'searchWahaSessions', { filter: 'STOP' });
		expect(found.results).toEqual([{ name: 'stopped (STOPPED, GOWS)', value: 'stopped' }]);
	});

	it('warns about what the engine WPP loses if the session was chosen from the list, which names the engine', async () => {
		const { results } = await search(sandbox, 'waha', 'searchWahaSessions', { filter: 'wpp' });
		const [{ name, value } = { name: '', value: '' }] = results;
		expect(name).toMatch(
			/^wpp \(WORKING, WPP, sends only name and one phone, and no reply, \w+ \w+\)$/,
		);
		const chosen = { __rl: true, mode: 'list', value, cachedResultName: name };
		const run = await runSend(sandbox, {
			...CARD,
			session: chosen,
			contactsJson: JSON.stringify({ ...ANA_IN_PARTS, emails: [{ email: 'ana@example.com' }] }),
		});
		expect(outputs(run)[0]?.['warnings']).toEqual([
			{
				contact: 1,
				field: 'emails',
				message:
					'The engine WPP of this session sends only name and one phone; 1 email may not arrive',
			},
		]);
		expect(JSON.stringify(sandbox.requests().at(-1)?.body)).toContain('ana@example.com');
	});

	it('says why there is no list', async () => {
		const credential = { apiKey: 'wrong' };
		await expect(
			search(sandbox, 'waha', 'searchWahaSessions', { credential }),
		).rejects.toMatchObject({
			message:
				'WAHA did not return the list (401): Unauthorized. Check the API key in the credential.',
		});
		sandbox.fault({ kind: 'html-200', on: 'list' });
		await expect(search(sandbox, 'waha', 'searchWahaSessions')).rejects.toMatchObject({
			message: expect.stringMatching(/^WAHA did not return the list \(200\)/),
		});
	});
});
