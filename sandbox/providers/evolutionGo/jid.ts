/** How Evolution Go makes a JID from a request's number (pkg/utils/utils.go, 0.6.1). */

const KINDS = /@(g\.us|s\.whatsapp\.net|lid|broadcast|newsletter)/;

/** The JID, or undefined if the text has no digits. Long numbers become a group; those of some countries lose digits. */
export function createJid(text: string): string | undefined {
	if (KINDS.test(text)) return text;
	const number = text.replace(/[ +()]/g, '').split(':')[0] ?? '';
	if ((number.includes('-') && number.length >= 24) || number.length >= 18) {
		return `${number.replace(/[^\d-]/g, '')}@g.us`;
	}
	const digits = rewritten(number.replace(/\D/g, ''));
	return digits === '' ? undefined : `+${digits}@s.whatsapp.net`;
}

/** The number in what the server believes to be WhatsApp's spelling. */
function rewritten(digits: string): string {
	if (digits.length !== 13) return digits;
	if (digits.startsWith('52')) return digits.slice(0, 2) + digits.slice(4);
	if (digits.startsWith('54')) return digits.slice(0, 2) + digits.slice(3);
	const isNewMobile = digits.startsWith('55') && Number(digits[4]) >= 7;
	return isNewMobile && Number(digits.slice(2, 4)) >= 31
		? digits.slice(0, 4) + digits.slice(5)
		: digits;
}

/** Rebuilds the JID from its digits, as the server does unless the request has `formatJid: false`. */
export function reformatted(jid: string): string | undefined {
	return createJid(jid.includes('@s.whatsapp.net') ? (jid.split('@')[0] ?? '') : jid);
}
