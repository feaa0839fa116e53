import { post, request, sendGowa } from '../sandbox/client';
import { sandboxForTests } from '../support/sandbox';
import { inboxOf, PHONE, vcard } from './inboxOf';

/** One pixel. */
const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const sandbox = sandboxForTests();
const { details, onlyCard, sendWawp } = inboxOf(sandbox);

describe('The details of a card', () => {
	it('have its vCards as they came, and its picture as data', async () => {
		const zoe = vcard('N:;Zoë;;;', 'FN:Zoë', `PHOTO;ENCODING=b;TYPE=PNG:${PNG}`);
		const karim = vcard('FN:Karim', 'PHOTO;VALUE=uri:https://elsewhere.example/karim.jpg');
		const ines = vcard('FN:Inês', 'PHOTO;ENCODING=b;TYPE=PNG:PHNjcmlwdD4=');
		await sendWawp([zoe, karim, ines]);
		expect((await onlyCard()).contacts.map(({ showsPhoto }) => showsPhoto)).toEqual([
			true,
			false,
			false,
		]);
		expect(await details(1)).toMatchObject({
			vcards: [zoe, karim, ines],
			written: false,
			photos: [`data:image/png;base64,${PNG}`, null, null],
			status: 200,
		});
	});

	it('have a vCard of the sandbox where the service takes fields', async () => {
		const { apiKey, baseUrl } = sandbox.credentials.chatvolt;
		await post(
			`${baseUrl}/messages/interactive/send-contact`,
			{
				agentId: 'agent-001',
				conversationId: 'conv-001',
				name_formatted_name: 'Zoë Lindqvist',
				name_first_name: 'Zoë',
				phone_1_phone: '+447700900302',
				address_1_city: 'Lund',
				address_1_country_code: 'SE',
			},
			{ authorization: `Bearer ${apiKey}` },
		);
		const { vcards, written } = await details(1);
		expect(written).toBe(true);
		expect(vcards[0]).toContain('FN:Zoë Lindqvist\r\n');
		expect(vcards[0]).toContain('Lund');
	});

	it('have the request with every secret hidden, and the answer', async () => {
		await sendWawp([vcard('FN:Zoë')]);
		await sendGowa(sandbox, PHONE);
		const [wawp, gowa] = [await details(1), await details(2)];
		expect(wawp.request).toMatch(/^POST \/wawp\/v2\/send\/contact\nhost: 127\.0\.0\.1/);
		expect(wawp.request).toContain('"access_token": "***"');
		expect(gowa.request).toContain('authorization: ***');
		expect(gowa.response).toContain('"code": "SUCCESS"');
		const secrets = Object.values<Record<string, string>>({ ...sandbox.credentials }).flatMap(
			(fields) => Object.entries(fields),
		);
		for (const [name, value] of secrets.filter(([key]) => /key|token|secret|password/i.test(key))) {
			expect([name, wawp.request.includes(value), gowa.request.includes(value)]).toEqual([
				name,
				false,
				false,
			]);
		}
	});

	it('come as a .vcf file', async () => {
		await sendWawp([vcard('FN:Zoë'), vcard('FN:Karim')]);
		const file = await request(`${sandbox.url}/_sandbox/inbox/cards/1.vcf`);
		expect(file.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="card-1.vcf"');
		expect(file.text).toBe(`${vcard('FN:Zoë')}\r\n${vcard('FN:Karim')}\r\n`);
	});

	it('are 404 for a card that is not there', async () => {
		expect(await request(`${sandbox.url}/_sandbox/inbox/cards/7`)).toMatchObject({
			status: 404,
			json: { error: 'There is no card 7' },
		});
	});
});
