import { providers } from '../../nodes/providers';
import type { LoggedRequest } from '../../sandbox/store';
import { sandboxForTests } from '../support/sandbox';
import { outputs } from '../support/workflow';
import { ANA, SANDBOX_OPTIONS, sendingThrough } from './sendingThrough';

const sandbox = sandboxForTests(SANDBOX_OPTIONS);

describe.each(providers)('$id', (provider) => {
	const { run, send, arrived, arrivedContacts, secrets } = sendingThrough(sandbox, provider);
	const { carries, lookUp, text } = provider;

	it('reveals no secret that a service repeats where a text or a look-up fails', async () => {
		sandbox.fault({ kind: 'echo', on: 'any' });
		const options = {
			whatsappId: 'lookUp',
			...(text === undefined ? {} : { textBefore: 'Before it' }),
		};
		const failed = await run(ANA, { options }, { onError: 'continueRegularOutput' });
		const { error } = await run(ANA, { options });
		const shown = JSON.stringify([outputs(failed), error?.message, error?.description]);
		expect(shown).toContain(text === undefined ? '' : 'Text Before');
		for (const secret of secrets()) expect(shown).not.toContain(secret);
		expect(arrived()).toEqual([]);
	});

	it('looks up WhatsApp IDs, or says that it cannot', async () => {
		const contact = {
			name: { formatted_name: 'Ana Lima' },
			phones: [{ phone: '+5531987654321' }, { phone: '+447700900001', wa_id: '447700900999' }],
		};
		const item = await send(contact, { options: { whatsappId: 'lookUp' } });
		const asked = sandbox.requests().filter(isNoSend);
		if (lookUp === undefined) {
			expect(asked).toEqual([]);
			expect(item.warnings.map(({ message }) => message)).toContain(
				`${provider.displayName} cannot look up WhatsApp IDs, so the digits of the numbers are used instead`,
			);
			return;
		}
		expect(asked.length).toBeGreaterThan(0);
		expect(JSON.stringify(asked)).not.toContain('447700900');
		const sent = JSON.stringify([item, arrivedContacts()]);
		if (carries.whatsAppIds) expect(sent).toContain('"wa_id":"553187654321"');
		else expect(sent).toContain('is on WhatsApp as +553187654321');
	});

	it('warns of a number that is not on WhatsApp, and sends the card', async () => {
		if (lookUp === undefined) return;
		const contact = { name: { formatted_name: 'Nobody' }, phones: [{ phone: '+12025550190' }] };
		const item = await send(contact, { options: { whatsappId: 'lookUp' } });
		expect(item.warnings.map(({ message }) => message).join()).toMatch(
			/\+12025550190.*the card (may show|shows) Invite/,
		);
		expect(arrivedContacts()).toHaveLength(1);
	});

	it("puts no other person's id into the card", async () => {
		if (lookUp === undefined) return;
		const contact = { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+12025550187' }] };
		const item = await send(contact, { options: { whatsappId: 'lookUp' } });
		expect(JSON.stringify([item.contacts, arrived()])).not.toContain('12025550179');
		expect(item.warnings.map(({ message }) => message).join()).toContain('+12025550187');
	});

	it('keeps the card, with a warning, whatever a look-up answers', async () => {
		if (lookUp === undefined) return;
		for (const kind of ['401', 'html-200', 'empty-200', 'success-false', 'truncated'] as const) {
			sandbox.reset();
			sandbox.fault({ kind, on: 'list' });
			const item = await send(ANA, { options: { whatsappId: 'lookUp', maxRetries: 0 } });
			expect(item.warnings.map(({ message }) => message).join()).toContain(
				'The WhatsApp ID of +5512996130832 could not be looked up',
			);
			expect(arrivedContacts()).toHaveLength(1);
		}
	});

	it('sends the card with the digits of the number where the look-up fails, and looks up nothing for a preview', async () => {
		if (lookUp === undefined) return;
		const options = { whatsappId: 'lookUp' };
		const preview = await run(ANA, { operation: 'preview', options });
		expect(sandbox.requests()).toEqual([]);
		expect(JSON.stringify(outputs(preview))).toContain('looked up only when the card is sent');
		sandbox.fault({ kind: '500-json', on: 'list', times: 1 });
		const item = await send(ANA, { options });
		expect(item.warnings.map(({ message }) => message).join()).toContain(
			'The WhatsApp ID of +5512996130832 could not be looked up',
		);
		expect(arrivedContacts()).toHaveLength(1);
	});
});

/** Whether a request sends neither a card nor a text, and so asks about numbers: only those that send name a recipient. */
function isNoSend({ recipient }: LoggedRequest): boolean {
	return recipient === '';
}
