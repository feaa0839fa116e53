/** How Quepasa reads a chat ID (src/whatsapp/whatsapp_extensions.go). */

const SERVERS = ['g.us', 's.whatsapp.net', 'lid'];

/**
 * The JID of a chat, or why there is none. Digits count wherever they are; anything that isn't a number becomes a group.
 */
export function readChatId(given: string): { jid: string } | { problem: string } {
	const text = given.replaceAll(' ', '');
	if (text === '') return { problem: 'chat id missing' };
	if (text.length < 8) return { problem: 'invalid chatid length' };
	if (text.startsWith('+')) return { jid: user(text) };
	if (text.includes('@')) {
		const known = SERVERS.includes(text.split('@')[1] ?? '');
		return known ? { jid: text } : { problem: `invalid suffix @ recipient ${text}` };
	}
	if (text.includes('-')) {
		return isNumber(text.split('-')[0] ?? '')
			? { jid: `${text}@g.us` }
			: { problem: `contains - but its not a valid group: ${given}` };
	}
	return { jid: isNumber(text) ? user(text) : `${text}@g.us` };
}

function user(text: string): string {
	const digits = text.replace(/^\++/, '');
	return digits.includes('@') ? digits : `${digits}@s.whatsapp.net`;
}

function isNumber(text: string): boolean {
	const digits = text.replace(/\D/g, '').length;
	return digits >= 9 && digits <= 15;
}
