import type { InboxProvider } from '../model';

/** The recipient of the test card: a number reserved for fiction. */
const RECIPIENT = '+447700900123';

/**
 * A workflow to paste into n8n's editor: a manual trigger, and one card through a provider that addresses by phone number.
 * n8n chooses the credential by itself if there is only one.
 */
export function testWorkflow({ id }: Pick<InboxProvider, 'id'>): string {
	const trigger = 'When clicking Execute workflow';
	const send = 'Send Contact Card';
	return JSON.stringify(
		{
			nodes: [
				{
					id: 'sandbox-trigger',
					name: trigger,
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'sandbox-send',
					name: send,
					type: 'n8n-nodes-contact-card.sendContactCard',
					typeVersion: 1,
					position: [220, 0],
					parameters: {
						provider: id,
						recipient: { __rl: true, mode: 'number', value: RECIPIENT },
						contacts: {
							contact: [
								{ formattedName: 'Zoë Lindqvist', phones: { phone: [{ phone: '+46701740615' }] } },
							],
						},
					},
				},
			],
			connections: { [trigger]: { main: [[{ node: send, type: 'main', index: 0 }]] } },
		},
		null,
		2,
	);
}
