import { account as CUSTOM, specialNumbers } from '../../sandbox/providers/custom/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request } from './client';

let sandbox: Sandbox;
let base: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.custom.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const bearer = { authorization: `Bearer ${CUSTOM.secret}` };
const vcard = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD\r\n';
const fork = { to: '+447700900001', contact: { name: { formatted_name: 'Ana' } }, vcard };

it('the fork rejects unknown fields and values of another form', async () => {
	expect((await post(`${base}/fork/contacts`, fork, bearer)).json).toMatchObject({
		status: 'queued',
	});
	const refused = await Promise.all([
		post(`${base}/fork/contacts`, { ...fork, more: 1 }, bearer),
		post(`${base}/fork/contacts`, { ...fork, to: '447700900001' }, bearer),
		post(`${base}/fork/contacts`, { ...fork, contact: '{}' }, bearer),
		post(`${base}/fork/contacts`, { ...fork, vcard: 'FN:Ana' }, bearer),
	]);
	expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
	const rejected = { ...fork, to: `+${specialNumbers.rejected}` };
	expect((await post(`${base}/fork/contacts`, rejected, bearer)).json).toMatchObject({
		status: 'rejected',
	});
	const offline = { ...fork, to: `+${specialNumbers.offlineOnce}` };
	expect((await post(`${base}/fork/contacts`, offline, bearer)).status).toBe(503);
	expect((await post(`${base}/fork/contacts`, offline, bearer)).status).toBe(200);
	expect(sandbox.count()).toBe(2);
});

it('the others answer each in its own way', async () => {
	expect((await post(`${base}/hook`, { vcard }, bearer)).text).toBe('ok');
	const form = await request(`${base}/form`, {
		method: 'POST',
		headers: { ...bearer, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ to: 'x', vcard }).toString(),
	});
	expect([form.status, form.json]).toMatchObject([
		201,
		{ result: [{ number: expect.any(Number) }] },
	]);
	expect((await post(`${base}/form`, { to: 'x', vcard }, bearer)).status).toBe(400);
	const mail = {
		personalizations: [{ to: [{ email: 'ana@example.com' }] }],
		from: { email: 'cards@example.org' },
		subject: 'Ana',
		content: [{ type: 'text/plain', value: 'Ana' }],
		attachments: [
			{ content: Buffer.from(vcard).toString('base64'), filename: 'a.vcf', type: 'text/vcard' },
		],
	};
	const sent = await post(`${base}/mail/send`, mail, bearer);
	expect([sent.status, sent.text, sent.headers.get('x-message-id')]).toEqual([
		202,
		'',
		expect.any(String),
	]);
	expect((await post(`${base}/mail/send`, { ...mail, attachments: [] }, bearer)).status).toBe(400);
});

it('is open to those who sign in, in four ways', async () => {
	const basic = Buffer.from(`${CUSTOM.username}:${CUSTOM.secret}`).toString('base64');
	const status = async (query: string, headers: Record<string, string>) =>
		(await request(`${base}/status${query}`, { headers })).status;
	expect(await status('', bearer)).toBe(200);
	expect(await status('', { [CUSTOM.name]: CUSTOM.secret })).toBe(200);
	expect(await status(`?${CUSTOM.name}=${CUSTOM.secret}`, {})).toBe(200);
	expect(await status('', { authorization: `Basic ${basic}` })).toBe(200);
	expect(await status('', {})).toBe(401);
});
