/** What Wawp answers: WAHA's message and session. */
import { person } from '../../toolkit/people';
import { messageId } from '../../toolkit/whatsApp';

/** The number behind the sandbox's Wawp instance. */
const OWN_NUMBER = person(930).number;

/** The ID that WhatsApp Web gives a message: whether it is outgoing, the chat, and a hexadecimal ID. */
export function serializedId(chatId: string, sequence: number): string {
	return `true_${chatId}_${messageId('wawp', sequence, 24)}`;
}

/**
 * The message object of WAHA's WEBJS engine, which is what Wawp answers. The documented sample is an image; for contacts,
 * the type is `vcard` or `multi_vcard`, and the vCards are in the body or in `vCards`.
 */
export function webjsMessage(
	chatId: string,
	serialized: string,
	vcards: string[],
	timestamp: number,
	replyTo: string | undefined,
): unknown {
	const single = vcards.length === 1;
	const type = single ? 'vcard' : 'multi_vcard';
	const body = single ? (vcards[0] ?? '') : '';
	const from = `${OWN_NUMBER}@c.us`;
	const [user = '', server = ''] = chatId.split('@');
	const id = {
		fromMe: true,
		remote: chatId,
		id: serialized.split('_').pop() ?? '',
		_serialized: serialized,
	};
	return {
		_data: {
			id,
			viewed: false,
			body,
			type,
			t: timestamp,
			from: { server: 'c.us', user: OWN_NUMBER, _serialized: from },
			to: { server, user, _serialized: chatId },
			ack: 0,
			isNewMsg: true,
			star: false,
			isForwarded: false,
			vcardList: single ? [] : vcards.map((vcard) => ({ vcard })),
			links: [],
		},
		id,
		ack: 0,
		hasMedia: false,
		body,
		type,
		timestamp,
		from,
		to: chatId,
		deviceType: 'android',
		isForwarded: false,
		forwardingScore: 0,
		isStatus: false,
		isStarred: false,
		fromMe: true,
		hasQuotedMsg: replyTo !== undefined,
		hasReaction: false,
		vCards: vcards,
		mentionedIds: [],
		groupMentions: [],
		isGif: false,
		links: [],
	};
}

/** The body of session/info for a session in this status. */
export function sessionInfo(instanceId: string, status: string): unknown {
	return {
		name: `wawp-${instanceId.toLowerCase()}`,
		status,
		config: { webhooks: {}, proxy: null },
		me: status === 'WORKING' ? { id: `${OWN_NUMBER}@c.us`, pushName: person(930).name } : null,
	};
}
