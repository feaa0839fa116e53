import type { INodeParameters } from 'n8n-workflow';

import { account as CHATVOLT } from '../../sandbox/providers/chatvolt/account';
import { account as CHERT } from '../../sandbox/providers/chert/account';
import { account as GOWA } from '../../sandbox/providers/gowa/account';
import { account as RYZEAPI } from '../../sandbox/providers/ryzeapi/account';
import {
	account as WAWP,
	specialNumbers as WAWP_NUMBERS,
} from '../../sandbox/providers/wawp/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { CARD, expectFailure, type Failure } from '../support/failure';
import { byId } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({
		settings: { gowa: { timeoutMs: 5 }, ryzeapi: { perMinute: 10_000 } },
	});
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const NUMBER = '+6281234567890';

describe('Chatvolt', () => {
	const rows: Array<[string, Failure]> = [
		[
			'a wrong key',
			{
				credential: { apiKey: 'wrong' },
				output: {
					error: /^Chatvolt refused the card \(401\): UNAUTHORIZED .*Check the API key/,
					httpCode: '401',
					code: 'UNAUTHORIZED',
				},
			},
		],
		[
			'an agent of another organization',
			{
				parameters: { agentId: byId(CHATVOLT.foreignAgent) },
				output: {
					error: /\(403\).*belongs to its organization/,
					httpCode: '403',
					code: 'UNAUTHORIZED',
				},
			},
		],
		[
			'an unknown agent',
			{
				parameters: { agentId: byId('agent-x') },
				output: { error: /\(404\): NOT FOUND .*Check the agent/, httpCode: '404' },
			},
		],
		[
			'an unknown conversation',
			{
				parameters: { conversationId: byId('conv-x') },
				output: { error: /\(404\): NOT FOUND .*the conversation/, httpCode: '404' },
			},
		],
		[
			'a plan that is used up',
			{
				parameters: { agentId: byId(CHATVOLT.spentAgent) },
				output: { error: /\(402\).*plan/, httpCode: '402', code: 'USAGE_LIMIT' },
			},
		],
		[
			'a conversation that is closed after 24 hours',
			{
				parameters: { conversationId: byId(CHATVOLT.expiredConversation) },
				output: {
					error: /\(406\).*24 hours/,
					httpCode: '406',
					code: 'ERR_META_SESSION_EXPIRED_24H',
				},
			},
		],
		[
			'a channel without contact cards',
			{
				parameters: { conversationId: byId(CHATVOLT.websiteConversation) },
				output: { error: /\(400\)/, httpCode: '400', code: 'INVALID_REQUEST' },
			},
		],
		[
			'a card that Meta rejects',
			{
				parameters: { conversationId: byId(CHATVOLT.rejectedConversation) },
				output: {
					error: /^Chatvolt refused the card \(500\): \(#131026\) Message undeliverable/,
					httpCode: '500',
				},
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(
			sandbox,
			'chatvolt',
			{
				agentId: byId(CHATVOLT.agentId),
				conversationId: byId(CHATVOLT.conversationId),
				...failure.parameters,
			},
			failure,
		);
	});
});

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
					error: /^RyzeAPI failed \(500\): Failed to send message/,
					httpCode: '500',
					outcome: 'unknown',
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
					error: /^GOWA failed \(500 INTERNAL_SERVER_ERROR\): failed to send message/,
					httpCode: '500',
					code: 'INTERNAL_SERVER_ERROR',
					outcome: 'unknown',
				},
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(sandbox, 'gowa', { recipient: NUMBER, ...failure.parameters }, failure);
	});
});

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

describe('any provider', () => {
	it.each([
		['html-200', /answered 200 with a web page, which is not a receipt/, '200', 'unknown'],
		['empty-200', /answered 200 with an empty answer, which is not a receipt/, '200', 'unknown'],
		['success-false', /refused the card \(200\): The message was not sent/, '200', 'notSent'],
		['redirect-302', /redirects to another address/, '302', 'notSent'],
		['502-html', /failed \(502\)/, '502', 'unknown'],
	] as const)('reports %s', async (kind, error, httpCode, outcome) => {
		sandbox.fault({ kind });
		await expectFailure(
			sandbox,
			'ryzeapi',
			{ instance: byId(RYZEAPI.instance), recipient: NUMBER },
			{ output: { error, httpCode, outcome } },
		);
	});

	it('reports a server that is not there', async () => {
		const closed = await startSandbox();
		const { gowa } = closed.credentials;
		await closed.close();
		const run = await runSend(
			sandbox,
			{ ...CARD, provider: 'gowa', recipient: NUMBER },
			{ onError: 'continueRegularOutput' },
			{ gowa },
		);
		expect(outputs(run)[0]).toMatchObject({
			error: expect.stringMatching(/^GOWA could not be reached: the connection was refused/),
			code: 'ECONNREFUSED',
			outcome: 'notSent',
		});
	});
});

it('names the contact of a card that fails in the middle, and what was sent before', async () => {
	sandbox.fault({ kind: '401', after: 1 });
	const contacts = ['Ana', 'Ben', 'Chen'].map((name) => ({
		contact_name: name,
		contact_phone: '+5512996130832',
	}));
	const run = await runSend(
		sandbox,
		{ ...CARD, provider: 'gowa', recipient: NUMBER, contactsJson: JSON.stringify(contacts) },
		{ onError: 'continueRegularOutput' },
	);
	const [item] = outputs(run);
	const ids = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
	expect(ids).toHaveLength(1);
	expect(item).toMatchObject({
		error: expect.stringMatching(/^Contact 2: GOWA refused the card \(401/),
		outcome: 'notSent',
		sentMessageIds: ids,
	});
	expect(sandbox.deliveries()).toHaveLength(1);
});
