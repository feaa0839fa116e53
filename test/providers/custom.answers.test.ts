import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { custom } from '../../nodes/providers/custom/custom';
import { contactOf, MESSAGE_ID } from '../support/contacts';
import { ANA } from '../support/people';
import { answer } from '../support/responses';
import { target } from './custom.given';

describe('answers', () => {
	const resultOf = (rules: object | undefined, status: number, body: unknown, headers = {}) => {
		const { reader } = custom.request(
			{ id: MESSAGE_ID, contacts: [contactOf(ANA)] },
			target({ customAnswer: rules }),
		);
		const got = { kind: 'response' as const, response: answer(status, body, headers) };
		return resultOfAnswer({ ...custom, ...reader }, got, 0, (text) => text);
	};

	it.each([
		['an id by default', undefined, { id: 7 }, ['7'], null],
		[
			'an id in a list',
			{ messageIdPath: 'data[0].key.id' },
			{ data: [{ key: { id: 'M' } }] },
			['M'],
			null,
		],
		['a path from its root', { messageIdPath: '$.data.id' }, { data: { id: 'M' } }, ['M'], null],
		['a path from a list', { messageIdPath: '$[0].id' }, [{ id: 'M' }], ['M'], null],
		[
			'a quoted name',
			{ messageIdPath: 'data["message.id"]' },
			{ data: { 'message.id': 'M' } },
			['M'],
			null,
		],
		['a chat', { chatIdPath: 'chat' }, { id: 'M', chat: 'C' }, ['M'], 'C'],
		['none, where that is said', { sentWithoutId: true }, 'ok', [], null],
		[
			'none, where a success is',
			{ successPath: 'status', successValue: 'queued' },
			{ status: 'queued' },
			[],
			null,
		],
		['true, for any value', { successPath: 'done' }, { done: true }, [], null],
	])('are a receipt with %s', (_name, rules, body, messageIds, chatId) => {
		expect(resultOf(rules, 200, body)).toMatchObject({
			outcome: 'sent',
			receipt: { messageIds, chatId },
		});
	});

	it('may have the id in a header', () => {
		const result = resultOf({ messageIdPath: 'header: X-Message-ID' }, 202, '', {
			'x-message-id': 'H',
		});
		expect(result).toMatchObject({ outcome: 'sent', receipt: { messageIds: ['H'] } });
	});

	it.each([
		['a 2xx without an id', undefined, 200, { ok: true }, 'unknown', false],
		['an id elsewhere', undefined, 200, { data: { id: 'M' } }, 'unknown', false],
		['an inherited property', { messageIdPath: 'constructor.name' }, 200, {}, 'unknown', false],
		[
			'another success',
			{ successPath: 'status', successValue: 'queued' },
			200,
			{ id: 'M', status: 'held' },
			'unknown',
			false,
		],
		['a code in a 2xx', { codePath: 'status' }, 200, { status: 'held' }, 'unknown', false],
		['success: false beside an id', undefined, 200, { id: 'M', success: false }, 'unknown', false],
		[
			'not sent, by its word',
			{ notSentPath: 'status', notSentValue: 'no' },
			200,
			{ id: 'M', status: 'no' },
			'notSent',
			false,
		],
		['not sent, by any word', { notSentPath: 'problem' }, 500, { problem: 'x' }, 'notSent', false],
		['not sent, by its status', { notSentStatuses: '500, 503' }, 503, {}, 'notSent', false],
		['to be retried', { retryStatuses: '503' }, 503, {}, 'notSent', true],
		['a 4xx', undefined, 404, { error: { message: 'Gone' } }, 'notSent', false],
		['a 5xx', undefined, 500, {}, 'unknown', false],
	])('%s', (_name, rules, status, body, outcome, repeats) => {
		const result = resultOf(rules, status, body);
		expect(result.outcome).toBe(outcome);
		expect('repeat' in result).toBe(repeats);
	});

	it('are reported in the words of the service', () => {
		expect(resultOf(undefined, 400, { error: { message: 'No' } })).toMatchObject({
			failure: { words: 'No' },
		});
		const rules = { messagePath: 'why.text', codePath: 'why.code' };
		expect(resultOf(rules, 400, { why: { text: 'Odd', code: 17 } })).toMatchObject({
			failure: { words: 'Odd', code: '17' },
		});
	});
});
