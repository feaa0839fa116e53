/*
 * WhatsApp's ids: `447700900123@s.whatsapp.net` or `…@c.us` for a number, `…@lid` for a person whose number is hidden,
 * `…@g.us` for a group.
 *
 * A number can be written to from everywhere, a lid only through the account that met it. Most services name the number
 * beside a lid, in a field of its own that differs from service to service.
 */

const HIDDEN = /@(hosted\.)?lid$/;
const NUMBER = /@(s\.whatsapp\.net|c\.us|hosted)$/;
/** A number without server, as some services name it beside a lid. The length of E.164. */
const BARE_NUMBER = /^\+?(\d{7,15})$/;
/** The device that wrote (`447700900123:12@…`, of old `447700900123.0:12@…`), and a plus that no id has. */
const SPELLING =
	/^\+?(\d+)(?:\.\d+)?(?::\d+)?(@(?:s\.whatsapp\.net|c\.us|hosted|(?:hosted\.)?lid))$/;

/** The id of a person without the device that wrote; other ids as they are. */
export function plainJid(jid: string): string {
	return jid.replace(SPELLING, '$1$2');
}

/** Whether the id hides the number of its person. */
export function isHidden(jid: string): boolean {
	return HIDDEN.test(jid);
}

/**
 * The id of a person or chat by its number, where it hides the number and another field names it; else the id itself.
 *
 * @param others what may name the number, the first that does is taken; bare digits count as a number
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
