import { doneHint, type CardWarning } from '../../nodes/SendContactCard/hint';
import { sandboxForTests } from '../support/sandbox';
import { runSend, SEND } from '../support/workflow';

const sandbox = sandboxForTests();

const email: CardWarning = {
	item: 0,
	contact: 1,
	field: 'emails',
	message: 'GOWA sends only name and one phone; 1 email was left out',
	leftOut: { words: '1 email', entries: { field: 'emails', number: 1 } },
};
const typed: CardWarning = {
	item: 2,
	contact: 1,
	field: 'phones',
	message: 'The phone <b>112</b> is sent as typed',
};
const done = { operation: 'send', provider: 'GOWA', cards: 3, failed: 0 } as const;

describe('The hint above the output', () => {
	it('is none where everything went out as it was given', () => {
		expect(doneHint({ ...done, warnings: [] })).toBeUndefined();
	});

	it('sums up what was left out', () => {
		expect(doneHint({ ...done, warnings: [email, { ...email, item: 1 }] })).toEqual({
			type: 'warning',
			location: 'outputPane',
			message: 'Sent. GOWA left out: 2 emails.',
		});
	});

	it('spells out every other warning, with its place and without its HTML', () => {
		expect(doneHint({ ...done, warnings: [email, typed] })?.message).toBe(
			'Sent. GOWA left out: 1 email.<br>Contact 1, phones [item 2]: The phone &lt;b&gt;112&lt;/b&gt; is sent as typed',
		);
	});

	it('does not say that all were sent where some were not', () => {
		expect(doneHint({ ...done, failed: 1, warnings: [email] })?.message).toMatch(
			/^2 of 3 cards were sent\. /,
		);
	});

	it('says of every preview that nothing was sent', () => {
		expect(doneHint({ ...done, operation: 'preview', warnings: [] })).toMatchObject({
			type: 'info',
			message: 'Preview: nothing was sent.',
		});
		expect(doneHint({ ...done, operation: 'preview', warnings: [email] })?.message).toBe(
			'Preview: nothing was sent. GOWA would leave out: 1 email.',
		);
	});

	it('stands above the output of a run', async () => {
		const { run } = await runSend(sandbox, {
			...{ provider: 'gowa', recipient: '+447700900100', contactSource: 'json' },
			contactsJson: JSON.stringify({
				name: { formatted_name: 'Ana Lima' },
				phones: [{ phone: '+447700900001' }],
				emails: [{ email: 'ana@example.com' }],
				org: { company: 'Acme' },
			}),
		});
		const [task] = run.data.resultData.runData[SEND] ?? [];
		expect(task?.hints?.map(({ message }) => message)).toEqual([
			'Sent. GOWA left out: 1 email, the company.',
		]);
	});
});
