/** How Evolution API accepts a text, and says which numbers are on WhatsApp. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { accountOf, messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { evolutionError, type EvolutionInstance } from './instances';
import { createJid, sendError, unexpected } from './send';

/** POST /message/sendText/{instance}: the schema, then the instance, then the number, then the send. */
export function sendText(
	request: SandboxRequest,
	instance: EvolutionInstance,
	tools: ServerTools,
): HttpAnswer {
	const { number, text, ...options } = request.jsonObject();
	const errors = [
		...(number !== undefined && typeof number !== 'string' ? ['Invalid format'] : []),
		...(text !== undefined && typeof text !== 'string' ? ['Text is required'] : []),
		...(number === undefined ? ['instance requires property "number"'] : []),
		...(text === undefined ? ['instance requires property "text"'] : []),
	];
	if (errors.length > 0) return evolutionError(400, 'Bad Request', errors);
	if (!instance.loaded)
		return unexpected("Cannot read properties of undefined (reading 'textMessage')");
	const message = String(text);
	if (message.trim() === '') return evolutionError(400, 'Bad Request', ['Text is required']);
	const jid = createJid(String(number));
	if (instance.integration !== 'WHATSAPP-BUSINESS') {
		if (instance.state !== 'open') return unexpected('Connection Closed');
		const refused = sendError(jid, String(number));
		if (refused !== undefined) return refused;
	}
	const id = messageId('evolution', tools.nextNumber(), 22);
	const response = {
		key: { remoteJid: jid, fromMe: true, id },
		pushName: '',
		status: 'PENDING',
		message: { conversation: message },
		messageType: 'conversation',
		messageTimestamp: Math.floor(tools.now() / 1000),
		source: 'web',
	};
	tools.keepCard({
		account: instance.name,
		recipient: jid,
		text: message,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options,
		request,
		status: 201,
		response,
	});
	return json(201, response);
}

/** POST /chat/whatsappNumbers/{instance}: in its own order, with a JID even for numbers that are not on WhatsApp. */
export function findNumbers(request: SandboxRequest, instance: EvolutionInstance): HttpAnswer {
	const { numbers } = request.jsonObject();
	if (!Array.isArray(numbers) || numbers.length === 0)
		return evolutionError(400, 'Bad Request', ['instance requires property "numbers"']);
	if (
		numbers.some((number) => typeof number !== 'string') ||
		new Set(numbers).size < numbers.length
	)
		return evolutionError(400, 'Bad Request', ['numbers contains duplicate item']);
	if (instance.integration === 'WHATSAPP-BUSINESS')
		return evolutionError(400, 'Bad Request', ['Method not available on WhatsApp Business API']);
	if (!instance.loaded || instance.state !== 'open')
		return evolutionError(400, 'Bad Request', ['Error: Connection Closed']);
	const found = numbers.map(String).map((number) => {
		const account = accountOf(number.replace(/\D/g, ''));
		return account === undefined
			? { jid: createJid(number), exists: false, number }
			: { jid: account + USER_SERVER, exists: true, number, name: '', lid: 'lid' };
	});
	return json(200, found.reverse());
}
