import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs, runSend } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const parameters = {
	operation: 'send',
	provider: 'gowa',
	recipient: '+6281234567890',
	contactSource: 'item',
};

describe('an input item', () => {
	it('is sent as a contact without any expression', async () => {
		const run = await runSend(sandbox, parameters, {
			items: [{ id: 7, name: 'Ana Lima', phone: [{ value: '+447700900123', primary: true }] }],
		});
		expect(outputs(run)).toMatchObject([{ status: 'sent', warnings: [] }]);
		expect(sandbox.deliveries()).toMatchObject([
			{
				contacts: [{ name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+447700900123' }] }],
			},
		]);
	});

	it("never sends somebody else's number, and says so", async () => {
		const run = await runSend(sandbox, parameters, {
			items: [{ Name: 'Ana Lima', Phone: '+447700900123', 'Owner phone': '+447700900999' }],
		});
		expect(outputs(run)).toMatchObject([
			{ warnings: [{ message: '["Owner phone"] is somebody else\'s and was left out' }] },
		]);
		expect(JSON.stringify(sandbox.requests())).not.toContain('900999');
	});

	it('with several people goes out as the one it names, with nothing of the others', async () => {
		const run = await runSend(sandbox, parameters, {
			items: [
				{
					Nome: 'Ana',
					Sobrenome: 'Lima',
					Celular: '+447700900123 (WhatsApp)',
					'Nome do comprador': 'Bo Berg',
					'Telefone do comprador': '+447700900999',
				},
			],
		});
		expect(outputs(run)).toMatchObject([
			{
				status: 'sent',
				warnings: [
					{
						message:
							'["Nome do comprador"] and ["Telefone do comprador"] may not be this contact\'s and were left out',
					},
				],
			},
		]);
		expect(sandbox.deliveries()).toMatchObject([
			{
				contacts: [{ name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+447700900123' }] }],
			},
		]);
		expect(JSON.stringify(sandbox.requests())).not.toMatch(/900999|Bo Berg/);
	});

	it('that lost its only phone is refused before any request', async () => {
		const { error } = await runSend(sandbox, parameters, {
			items: [{ Name: 'Ana Lima', Phone: '5.513E+12' }],
		});
		expect(error?.message).toContain(
			'Phone "5.513E+12" is a number that a spreadsheet rounded: format the column as text and type the number again, and there is no other phone number [item 0]',
		);
		expect(sandbox.requests()).toEqual([]);
	});
});
