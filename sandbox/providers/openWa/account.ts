/** The accounts of the sandbox's OpenWA: invented, and good for nothing elsewhere. */
import { uuid } from '../../toolkit/ids';

export const account = {
	apiKey: 'owa_k1_sandbox-operator-key',
	/** May look, not send: 403. */
	viewerKey: 'owa_k1_sandbox-viewer-key',
	session: uuid('openWa shop'),
	/** Of the engine whatsapp-web.js, which sends no cards to channels: 501. */
	secondSession: uuid('openWa sales'),
	/** Its engine is not ready, once: 409, then it works. */
	startingSession: uuid('openWa starting'),
	/** Not started: 400. */
	stoppedSession: uuid('openWa stopped'),
	/** Its answers never name the message: 201 with `messageId: null`. */
	unconfirmedSession: uuid('openWa unconfirmed'),
} as const;

/** Recipients that OpenWA treats in its own way. */
export const specialNumbers = {
	/** The send is cut off and goes out: 503, and the key then answers that nobody knows. */
	inDoubt: '12025550150',
	/** The card goes out late: the same key answers 409 once, then with the message. */
	inProgress: '12025550151',
	/** The session has sent its share: 429 SEND_PACING_LIMITED, once, then it is taken. */
	paced: '12025550152',
	/** The same until the next day: 429 with 3,600 seconds. */
	pacedLong: '12025550153',
} as const;
