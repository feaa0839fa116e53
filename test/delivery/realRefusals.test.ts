import type { PROVIDER_ROWS } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { answeredBy } from './anyService';
import { retryOnFail } from './workflow';

const sandbox = sandboxForTests();

type ProviderId = keyof typeof PROVIDER_ROWS;

/** Bodies as public bug reports and the servers' source have them, with what they prove and the words that a person gets. */
const rows: Array<[ProviderId, number, unknown, 'notSent' | 'unknown', RegExp]> = [
	[
		'evolution',
		400,
		{ status: 400, error: 'Bad Request', response: { message: ['Error: Connection Closed'] } },
		'unknown',
		/^Evolution API failed \(400\): Error: Connection Closed \[item 0\]\. Connect the instance/,
	],
	[
		'evolution',
		400,
		{ status: 400, error: 'Bad Request', message: ['SessionError: No sessions'] },
		'unknown',
		/^Evolution API failed \(400\): SessionError: No sessions \[item 0\]\. The card may have/,
	],
	[
		'evolution',
		400,
		{
			status: 400,
			response: {
				message: [
					"PrismaClientKnownRequestError: \nInvalid `this.prismaRepository.contact.findMany()` invocation in\n/evolution/dist/main.js:236:69319\n\n  233 END:VCARD`,n};return e.contact.length\n→ 236 findMany(\nCan't reach database server at `postgres:5432`",
				],
			},
		},
		'unknown',
		/findMany\(\)` invocation: Can't reach database server at `postgres:5432` \[item 0\]/,
	],
	[
		'evolution',
		400,
		{
			status: 400,
			response: { message: [{ jid: '33997@s.whatsapp.net', exists: false, number: '33997' }] },
		},
		'notSent',
		/33997 is not on WhatsApp \[item 0\]\. Check the number: it has no WhatsApp account\.$/,
	],
	[
		'waha',
		500,
		{ statusCode: 500, exception: { message: '2 UNKNOWN: server returned error 400', code: 2 } },
		'notSent',
		/^WAHA refused the card \(500\): server returned error 400 \[item 0\]\. WhatsApp rejected it\. Restart/,
	],
	[
		'waha',
		500,
		{
			statusCode: 500,
			exception: {
				message:
					"Evaluation failed: TypeError: Cannot read properties of undefined (reading 'WidFactory')\n    at __puppeteer_evaluation_script__:2:42",
			},
		},
		'unknown',
		/\(reading 'WidFactory'\) \[item 0\]\. The card may have arrived/,
	],
	[
		'waha',
		422,
		{ statusCode: 422, message: 'The session under FAILED status. Please try to restart it.' },
		'notSent',
		/\[item 0\]\. Restart the session in WAHA/,
	],
	[
		'waha',
		422,
		{
			statusCode: 422,
			message: "WAHA Core support only 'default' session. Get WAHA PLUS version.",
		},
		'notSent',
		/Choose the session "default"/,
	],
	[
		'wwebjsApi',
		500,
		{
			success: false,
			error:
				"Evaluation failed: TypeError: Cannot read properties of undefined (reading 'serialize')\n    at window.WWebJS.getMessageModel (pptr://__puppeteer_evaluation_script__:412:29)\n    at pptr://__puppeteer_evaluation_script__:11:34",
		},
		'unknown',
		/\(reading 'serialize'\) \[item 0\]\. The card may have arrived/,
	],
	[
		'wuzapi',
		500,
		{ code: 500, error: 'error sending message: server returned error 479', success: false },
		'notSent',
		/WhatsApp rejected it\. Restart the session on the server, then send again\.$/,
	],
	[
		'gowa',
		500,
		{
			code: 'INTERNAL_SERVER_ERROR',
			message: 'no LID found for 447700900123@s.whatsapp.net from server',
		},
		'notSent',
		/Check the number: it has no WhatsApp account\.$/,
	],
	[
		'gowa',
		500,
		{
			code: 'INTERNAL_SERVER_ERROR',
			message: 'runtime error: index out of range [1] with length 1',
		},
		'unknown',
		/^GOWA failed \(500 INTERNAL_SERVER_ERROR\): runtime error/,
	],
	[
		'uazapi',
		500,
		{ error: 'server returned error 463' },
		'notSent',
		/WhatsApp has blocked this account from writing to people/,
	],
	[
		'uazapi',
		503,
		{ code: 503, message: 'WhatsApp disconnected' },
		'unknown',
		/Connect the instance to WhatsApp in uazapiGO: scan its QR code\. The card may have arrived/,
	],
	[
		'ryzeapi',
		400,
		{ success: false, error: { message: 'Instance is not connected to WhatsApp' } },
		'notSent',
		/\[item 0\]\. Connect the instance to WhatsApp in RyzeAPI\.$/,
	],
	[
		'zApi',
		400,
		{ error: 'You need to be connected to send messages' },
		'notSent',
		/\[item 0\]\. Connect the instance to WhatsApp in Z-API: scan its QR code\.$/,
	],
	[
		'zApi',
		200,
		{ error: 'Phone number does not exist' },
		'notSent',
		/Check the number: it has no WhatsApp account\.$/,
	],
	[
		'zApi',
		200,
		{ value: false },
		'notSent',
		/^Z-API refused the card \(200\) \[item 0\]\. Connect/,
	],
	[
		'wawp',
		200,
		{ code: 'invalid_session', message: 'Session not found' },
		'notSent',
		/\(200 invalid_session\).*Copy the ID from the Wawp dashboard/,
	],
	[
		'whapi',
		413,
		{ error: { code: 413, message: 'Request entity too large' } },
		'notSent',
		/^Whapi\.Cloud refused the card \(413\): Request entity too large \[item 0\]\. Leave out the photo/,
	],
	[
		'greenApi',
		499,
		'<html><head><title>499 Client Closed Request</title></head></html>',
		'unknown',
		/^GREEN-API failed \(499\): 499 Client Closed Request/,
	],
	[
		'zapperApi',
		400,
		{ statusCode: 400, error: 'Bad Request', message: 'Timed Out' },
		'unknown',
		/^ZapperAPI failed \(400\): Timed Out \[item 0\]\. The card may have arrived/,
	],
	[
		'custom',
		413,
		'<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center></body></html>',
		'notSent',
		/Leave out the photo, or send fewer contacts in one card\.$/,
	],
	['chatvolt', 405, 'Method Not Allowed', 'notSent', /Check the Base URL in the credential/],
	[
		'zApi',
		405,
		'Method Not Allowed',
		'notSent',
		/\[item 0\]\. Check the Base URL in the credential\.$/,
	],
	[
		'whapi',
		200,
		{ sent: true, message: { id: 'PsQ7-3EB0', status: 'failed' } },
		'unknown',
		/The card may have arrived/,
	],
	[
		'chert',
		502,
		{ status: 'failed', code: 4001, message: 'Delivery failed', retryable: false },
		'notSent',
		/^Chert refused the card \(502 4001\): Delivery failed/,
	],
	[
		'evolutionGo',
		400,
		{ error: 'client disconnected' },
		'notSent',
		/\[item 0\]\. Connect the instance to WhatsApp in Evolution Go\.$/,
	],
	[
		'gowa',
		503,
		{ code: 'DEVICE_MANAGER_UNAVAILABLE', message: 'Device manager is not initialized' },
		'notSent',
		/GOWA has not finished starting/,
	],
	['telegram', 407, '', 'notSent', /A proxy between n8n and the service asks for a login/],
];

it.each(rows)('%s %d %j', async (provider, status, body, outcome, words) => {
	const { output, requests } = await answeredBy(sandbox, provider, { status, body });
	expect(output).toMatchObject({ outcome, httpCode: String(status) });
	expect(output['error']).toMatch(words);
	expect(requests).toBe(1);
});

describe.each<ProviderId>(['gowa', 'evolution', 'telegram', 'zapperApi', 'infobip', 'greenApi'])(
	'%s: what a second try may not send again',
	(provider) => {
		it.each<[number, unknown]>([
			[400, { message: 'Error: connect ETIMEDOUT 157.240.1.60:443' }],
			[400, { error: 'context deadline exceeded' }],
			[422, { message: 'timeout of 30000ms: socket hang up' }],
			[422, { message: 'No message came back, so it may not have been delivered' }],
			[
				520,
				'<html><head><title>520: Web server is returning an unknown error</title></head></html>',
			],
			[524, 'error code: 524'],
		])('%d %j', async (status, body) => {
			const stopped = { onError: 'stopWorkflow', ...retryOnFail } as const;
			const { requests } = await answeredBy(
				sandbox,
				provider,
				{ status, body },
				{ node: stopped, mayFail: true },
			);
			expect(requests).toBe(1);
			const { output } = await answeredBy(sandbox, provider, { status, body });
			expect(output).toMatchObject({ outcome: 'unknown', sentMessageIds: [] });
		});
	},
);

it('takes a 408 to mean what the standard says: the server did not get the request', async () => {
	const { output } = await answeredBy(sandbox, 'gowa', { status: 408, body: 'Request Timeout' });
	expect(output).toMatchObject({ outcome: 'notSent' });
});

it('still says that nothing was sent where a login or an address is wrong, whatever it took', async () => {
	const body = { message: 'Session timed out, log in again' };
	const { output } = await answeredBy(sandbox, 'gowa', { status: 401, body });
	expect(output).toMatchObject({ outcome: 'notSent' });
});

it('shows the title of a page that says a lot about itself', async () => {
	const body = `<!DOCTYPE html><html><head><title>wa.example.com | 521: Web server is down</title></head><body><h1>Web server is down</h1><span>Error code 521</span>${'<p>Visit the provider of the network for more information.</p>'.repeat(20)}</body></html>`;
	const { output } = await answeredBy(sandbox, 'gowa', { status: 521, body });
	expect(output['error']).toMatch(
		/^GOWA failed \(521\): wa\.example\.com \| 521: Web server is down: /,
	);
});
