/** What to do about refusals of WhatsApp itself, whatever server passes them on. */

export const NO_ACCOUNT = 'Check the number: it has no WhatsApp account.';

/** WhatsApp's error 463. */
export const REACHOUT_LOCK =
	'WhatsApp has blocked this account from writing to people who have never written to it. Wait, and do not send the card again.';
