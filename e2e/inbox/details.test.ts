import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';

import { ANA, sendChert, sendGowa, sendWawp, vcard } from './cards';
import { openForTests } from './opened';

const inbox = openForTests();
const MARCUS = vcard(
	'N:Okonjo;Marcus;;;',
	'FN:Marcus Okonjo',
	'ORG:Harbour Tours;Bookings',
	'TITLE:Skipper',
	'TEL;type=CELL;waid=447700900303:+44 7700 900303',
	'EMAIL;type=WORK:marcus@harbour-tours.example',
	'ADR;type=WORK:;;Pier 4;Falmouth;;TR11 3QP;United Kingdom',
	'URL:https://harbour-tours.example',
	'BDAY:1988-03-14',
	'NOTE:Ask for the evening tour.',
);

describe('A click on a card', () => {
	it('opens the contact as an address book has it', async () => {
		await sendWawp(inbox.sandbox, [MARCUS]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`);
		await page.getByRole('button', { name: /Marcus Okonjo.*Show details/ }).click();
		const details = page.getByRole('region', { name: 'Marcus Okonjo' });
		const entries = await details.locator('.entry').allInnerTexts();
		expect(
			entries.map((text) =>
				text
					.split('\n')
					.map((line) => line.trim())
					.filter(Boolean),
			),
		).toEqual([
			['cell', '+44 7700 900303', 'WhatsApp ID 447700900303'],
			['work', 'marcus@harbour-tours.example'],
			['work', 'Pier 4', 'TR11 3QP Falmouth', 'United Kingdom'],
			['url', 'https://harbour-tours.example'],
			['company', 'Harbour Tours'],
			['birthday', '1988-03-14'],
			['note', 'Ask for the evening tour.'],
			['name', 'First Name: Marcus', 'Last Name: Okonjo'],
		]);
		expect(await details.locator('.sheet-work').innerText()).toBe(
			'Skipper, Bookings, Harbour Tours',
		);
		expect(page.url()).toMatch(/#\/chat\/wawp\/447700900301\/card\/1$/);
	});

	it('shows the vCard, gives it as a .vcf file, and as a QR code that a camera reads', async () => {
		await sendWawp(inbox.sandbox, [MARCUS]);
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/1`);
		await page.getByRole('tab', { name: 'vCard' }).click();
		const source = page.getByRole('region', { name: 'vCard' });
		expect(await source.innerText()).toBe(MARCUS.replaceAll('\r\n', '\n'));

		const downloading = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Download .vcf' }).click();
		const download = await downloading;
		expect(download.suggestedFilename()).toBe('card-1.vcf');
		expect(readFileSync(await download.path(), 'utf8')).toBe(`${MARCUS}\r\n`);

		const code = page.getByRole('img', { name: 'QR code of the vCard' });
		expect(await scan(await code.screenshot())).toBe(MARCUS);
		expect([inbox.complaints, inbox.elsewhere]).toEqual([[], []]);
	});

	it('shows the request with its secrets hidden, and the response', async () => {
		await sendGowa(inbox.sandbox);
		const page = await inbox.open(`#/chat/gowa/${ANA}/card/1`);
		await page.getByRole('tab', { name: 'Request' }).click();
		const request = await page.getByRole('region', { name: 'Request' }).innerText();
		expect(request).toContain('POST /gowa/send/contact');
		expect(request).toContain('authorization: ***');
		expect(request).toContain('"contact_name": "Zoë Lindqvist"');
		expect(await page.content()).not.toContain(
			Buffer.from('sandbox:sandbox-gowa-password').toString('base64'),
		);
		await page.getByRole('tab', { name: 'Response' }).click();
		const response = await page.getByRole('region', { name: 'Response' }).innerText();
		expect(response).toContain('"code": "SUCCESS"');
		await page.getByText(/^3EB0[0-9A-F]{28}$/).waitFor();
	});

	it('says where the sandbox wrote the vCard, and that a service gives no ID', async () => {
		await sendChert(inbox.sandbox, {
			full_name: 'Inês Silva',
			phones: [{ value: '+447700900304' }],
		});
		const page = await inbox.open(`#/chat/chert/${ANA}/card/1`);
		await page.getByRole('tab', { name: 'vCard' }).click();
		await page.getByText('The sandbox wrote this vCard from the same contact.').waitFor();
		expect(await page.getByRole('region', { name: 'vCard' }).innerText()).toContain(
			'FN:Inês Silva',
		);
		await page.getByRole('tab', { name: 'Response' }).click();
		await page.getByText('none: this service returns no ID').waitFor();
	});

	it('lets one of several contacts be chosen', async () => {
		await sendWawp(inbox.sandbox, [MARCUS, vcard('FN:Karim Haddad', 'TEL:+447700900305')]);
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/1`);
		await page.getByRole('combobox', { name: 'Contact' }).selectOption('2. Karim Haddad');
		await page.getByRole('heading', { name: 'Karim Haddad' }).waitFor();
		await page.getByText('No WhatsApp ID').waitFor();
		await page.getByRole('tab', { name: 'vCard' }).click();
		expect(await page.getByRole('region', { name: 'vCard' }).innerText()).toContain(
			'FN:Karim Haddad',
		);
	});

	it('says where a vCard is too long for a QR code', async () => {
		await sendWawp(inbox.sandbox, [vcard('FN:Zoë', `NOTE:${'Surgery on Mondays. '.repeat(200)}`)]);
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/1`);
		await page.getByRole('tab', { name: 'vCard' }).click();
		await page.getByText('too long for a QR code, which holds at most 2,953 bytes').waitFor();
	});
});

/** Red, green, blue and opacity of each pixel, a character each. */
interface Pixels {
	data: string;
	width: number;
	height: number;
}

/** What a scanner reads in a picture. */
async function scan(png: Buffer): Promise<string | undefined> {
	const page = await inbox.browser.newPage();
	const { data, width, height } = await page.evaluate<Pixels>(`
		(async () => {
			const image = new Image();
			image.src = 'data:image/png;base64,${png.toString('base64')}';
			await image.decode();
			const { width, height } = image;
			const canvas = Object.assign(document.createElement('canvas'), { width, height });
			const context = canvas.getContext('2d');
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, width, height);
			return { data: Array.from(data, (byte) => String.fromCharCode(byte)).join(''), width, height };
		})()`);
	await page.close();
	return jsQR(Uint8ClampedArray.from(Buffer.from(data, 'latin1')), width, height)?.data;
}
