/** The sandbox's OpenWA accounts: invented, and useless elsewhere. */
import { uuid } from '../../toolkit/ids';

export const account = {
	apiKey: 'owa_k1_sandbox-operator-key',
	/** May read, but not send: 403. */
	viewerKey: 'owa_k1_sandbox-viewer-key',
	session: uuid('openWa shop'),
	/** Runs the engine whatsapp-web.js, which cannot send cards to channels: 501. */
	secondSession: uuid('openWa sales'),
	/** Its engine is not ready the first time: 409, then it works. */
	startingSession: uuid('openWa starting'),
	/** Not started: 400. */
	stoppedSession: uuid('openWa stopped'),
	/** Its answers never name the message: 201 with `messageId: null`. */
	unconfirmedSession: uuid('openWa unconfirmed'),
} as const;

/** Recipients that only OpenWA treats specially. */
export const specialNumbers = {
	/** The answer is cut off, but the card goes out: 503, and a retry with the key says that the outcome is unknown. */
	inDoubt: '12025550150',
	/** The card goes out late: a retry with the key gets 409 once, then the message. */
	inProgress: '12025550151',
	/** The session has used up its quota the first time: 429 SEND_PACING_LIMITED, then it is accepted. */
	paced: '12025550152',
	/** The same for an hour: 429 with 3,600 seconds. */
	pacedLong: '12025550153',
} as const;
