import { account as CHATVOLT } from '../../sandbox/providers/chatvolt/account';
import { expectFailure, type Failure } from '../support/failure';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';

const sandbox = sandboxForTests();

describe('Chatvolt', () => {
	const rows: Array<[string, Failure]> = [
		[
			'a wrong key',
			{
				credential: { apiKey: 'wrong' },
				output: {
					error: /^Chatvolt refused the card \(401\): UNAUTHORIZED .*Check the API key/,
					httpCode: '401',
					code: 'UNAUTHORIZED',
				},
			},
		],
		[
			'an agent of another organization',
			{
				parameters: { agentId: byId(CHATVOLT.foreignAgent) },
				output: {
					error: /\(403\).*belongs to its organization/,
					httpCode: '403',
					code: 'UNAUTHORIZED',
				},
			},
		],
		[
			'an unknown agent',
			{
				parameters: { agentId: byId('agent-x') },
				output: { error: /\(404\): NOT FOUND .*Check the agent/, httpCode: '404' },
			},
		],
		[
			'an unknown conversation',
			{
				parameters: { conversationId: byId('conv-x') },
				output: { error: /\(404\): NOT FOUND .*the conversation/, httpCode: '404' },
			},
		],
		[
			'a plan that is used up',
			{
				parameters: { agentId: byId(CHATVOLT.spentAgent) },
				output: { error: /\(402\).*plan/, httpCode: '402', code: 'USAGE_LIMIT' },
			},
		],
		[
			'a conversation that is closed after 24 hours',
			{
				parameters: { conversationId: byId(CHATVOLT.expiredConversation) },
				output: {
					error: /\(406\).*24 hours/,
					httpCode: '406',
					code: 'ERR_META_SESSION_EXPIRED_24H',
				},
			},
		],
		[
			'a channel without contact cards',
			{
				parameters: { conversationId: byId(CHATVOLT.websiteConversation) },
				output: { error: /\(400\)/, httpCode: '400', code: 'INVALID_REQUEST' },
			},
		],
		[
			'a card that Meta rejects',
			{
				parameters: { conversationId: byId(CHATVOLT.rejectedConversation) },
				output: {
					error: /^Chatvolt refused the card \(500\): \(#131026\) Message undeliverable/,
					httpCode: '500',
				},
			},
		],
	];

	it.each(rows)('reports %s', async (_what, failure) => {
		await expectFailure(
			sandbox,
			'chatvolt',
			{
				agentId: byId(CHATVOLT.agentId),
				conversationId: byId(CHATVOLT.conversationId),
				...failure.parameters,
			},
			failure,
		);
	});
});
