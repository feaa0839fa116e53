/*
 * WhatsApp's ids: `447700900123@s.whatsapp.net` or `…@c.us` for a number, `…@lid` for a person whose number is hidden,
 * `…@g.us` for a group.
 *
 * Anyone can write to a number, but only the account that met a lid can write to it. Most services name the number
 * of a lid in a separate field, which differs from service to service.
 */

const HIDDEN = /@(hosted\.)?lid$/;
const NUMBER = /@(s\.whatsapp\.net|c\.us|hosted)$/;
/** A number without a server, as some services add it to a lid. The length of E.164. */
const BARE_NUMBER = /^\+?(\d{7,15})$/;
/** The device that wrote (`447700900123:12@…`, formerly `447700900123.0:12@…`), and a plus that ids do not have. */
const SPELLING =
	/^\+?(\d+)(?:\.\d+)?(?::\d+)?(@(?:s\.whatsapp\.net|c\.us|hosted|(?:hosted\.)?lid))$/;

/** The id of a person without the device that wrote; other ids as they are. */
export function plainJid(jid: string): string {
	return jid.replace(SPELLING, '$1$2');
}

/** Whether the id hides the person's number. */
export function isHidden(jid: string): boolean {
	return HIDDEN.test(jid);
}

/**
 * The id of a person or chat with its number if the id hides it and another field has it; otherwise the id itself.
 *
 * @param others values that may contain the number; the first that does is used; bare digits count as a number
 */
export function numberOf(
	jid: string | null,
	...others: ReadonlyArray<string | null | undefined>
): string | null {
	if (jid !== null && !isHidden(jid)) return plainJid(jid);
	for (const other of others) {
		const number = numberJid(other ?? '');
		if (number !== undefined) return number;
	}
	return jid === null ? null : plainJid(jid);
}

function numberJid(text: string): string | undefined {
	const jid = plainJid(text);
	if (NUMBER.test(jid)) return jid;
	const digits = BARE_NUMBER.exec(text)?.[1];
	return digits === undefined ? undefined : `${digits}@s.whatsapp.net`;
}
