import type { INode } from 'n8n-workflow';

import { MAY_HAVE_ARRIVED, type Failure } from '../../nodes/failures/failure';
import { failureError, failureJson, report } from '../../nodes/failures/report';

const node: INode = {
	id: '1',
	name: 'Send Contact Card',
	type: 'sendContactCard',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const asItIs = (text: string) => text;
const reported = (failure: Failure, sentMessageIds: string[] = []) =>
	report(failure, { item: 3, sentMessageIds }, asItIs);

const REFUSED: Failure = {
	outcome: 'notSent',
	title: 'GOWA refused the card (400 X): No <b>way</b>',
	fix: 'Check "it".',
	words: 'No <b>way</b>.',
	httpCode: '400',
	code: 'X',
};

describe('an error item', () => {
	it('is plain text, says nothing twice, and has texts as its codes', () => {
		expect(failureJson(reported(REFUSED), 'gowa')).toEqual({
			error: 'GOWA refused the card (400 X): No <b>way</b> [item 3]. Check "it".',
			httpCode: '400',
			code: 'X',
			provider: 'gowa',
			outcome: 'notSent',
			sentMessageIds: [],
		});
	});

	it('has the words of the provider that the message has no room for', () => {
		const words = `${'No way & '.repeat(40)}end`;
		const { description } = failureJson(reported({ ...REFUSED, words }), 'gowa');
		expect(description).toBe(`The provider says: ${words}`);
	});

	it('always says that a card may have arrived', () => {
		const unknown = reported({ outcome: 'unknown', title: 'GOWA failed', fix: 'Look.' });
		expect(failureJson(unknown, 'gowa')['error']).toBe(
			`GOWA failed [item 3]. ${MAY_HAVE_ARRIVED} Look.`,
		);
	});
});

describe('the error of the node', () => {
	it('escapes what the editor renders as HTML, and only there', () => {
		const error = failureError(node, reported({ ...REFUSED, words: 'a<img src=x>"b"' }, ['<i>']));
		expect(error.message).toBe(
			'GOWA refused the card (400 X): No <b>way</b> [item 3]. Check "it".',
		);
		expect(error.description).toBe(
			'The provider says: a&lt;img src=x&gt;&quot;b&quot;<br>Sent before it failed: &lt;i&gt;<br>' +
				'<a href="https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/troubleshooting.md#the-card-was-refused" target="_blank">More about it</a>',
		);
	});

	it('has no description where there is nothing new to say', () => {
		const error = failureError(
			node,
			reported({ outcome: 'notSent', title: 'Contact 2 has no phone number', fix: 'Add one.' }),
		);
		expect(error.message).toBe('Contact 2 has no phone number [item 3]. Add one.');
		expect(error.description).toBeUndefined();
		expect(error.messages).toEqual([]);
	});

	it('says how many cards were sent', () => {
		expect(failureError(node, reported(REFUSED), '3 of 10 cards were sent').message).toBe(
			'3 of 10 cards were sent. Item 3: GOWA refused the card (400 X): No <b>way</b>. Check "it".',
		);
	});

	it.each([
		[
			{ httpCode: '429', retryAfterMs: 1500 },
			{ cause: 'rate-limited', retryAfterMs: 1500 },
		],
		[{ httpCode: '429' }, { cause: 'rate-limited' }],
		[{ httpCode: '401' }, { cause: 'credential-invalid' }],
		[{ httpCode: '402' }, { cause: 'quota-exhausted' }],
		[{ field: 'baseUrl' }, { cause: 'configuration-invalid' }],
		[{ isBug: true }, { cause: 'node-defect' }],
	])('names the cause of %j for n8n', (more, failure) => {
		const { httpCode: _, code: __, ...bare } = REFUSED;
		expect(failureError(node, reported({ ...bare, ...more }))).toMatchObject({ failure });
	});

	it('names none where another card may have arrived', () => {
		const limited: Failure = { ...REFUSED, httpCode: '429' };
		const summary = '3 of 10 cards were sent, 2 failed';
		expect(failureError(node, reported(limited), summary, false)).not.toHaveProperty('failure');
		expect(failureError(node, reported(limited), summary, true)).toMatchObject({
			failure: { cause: 'rate-limited' },
		});
	});

	it.each(['400', '429', '401', '503', undefined])(
		'names none where the card may have arrived (%p)',
		(httpCode) => {
			const { httpCode: _, ...bare } = REFUSED;
			const failure: Failure = {
				...bare,
				outcome: 'unknown',
				...(httpCode === undefined ? {} : { httpCode }),
				retryAfterMs: 5,
			};
			expect(failureError(node, reported(failure))).not.toHaveProperty('failure');
		},
	);

	it.each(['400', '401', '403', '404', '429', '500', '502', undefined])(
		"never says n8n's generic words (%p)",
		(httpCode) => {
			const { httpCode: _, ...bare } = REFUSED;
			const title = 'GOWA failed: ECONNREFUSED Bad request';
			const failure = { ...bare, title, ...(httpCode === undefined ? {} : { httpCode }) };
			const { message, description } = failureError(node, reported(failure));
			expect(`${message} ${String(description)}`).not.toMatch(
				/please check|perhaps|service failed/i,
			);
			expect(message).toBe(`${title} [item 3]. Check "it".`);
		},
	);
});
