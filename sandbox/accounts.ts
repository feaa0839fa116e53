/**
 * The sandbox's accounts. Everything here is invented and works nowhere else.
 * The good ones come first; each bad one names the documented refusal it leads to.
 */

export const CHATVOLT = {
	apiKey: 'sandbox-chatvolt-key',
	agentId: 'agent-001',
	conversationId: 'conv-001',
	/** An agent of another organisation: 403. */
	foreignAgent: 'agent-foreign',
	/** An agent whose plan has no messages left: 402. */
	spentAgent: 'agent-no-credit',
	/** The contact has not written for 24 hours: 406. */
	expiredConversation: 'conv-expired',
	/** Meta rejects the message: 500. */
	rejectedConversation: 'conv-meta-rejected',
	/** The channel is a website chat, which has no contact cards: 400. */
	websiteConversation: 'conv-website',
} as const;

export const RYZEAPI = {
	/** TokenAccount: all instances. */
	accountToken: 'sandbox-token',
	/** TokenInstance of `sales`. */
	instanceToken: 'sandbox-token-sales',
	instance: 'sales',
	secondInstance: 'support',
	/** Not connected to WhatsApp: 503. */
	offlineInstance: 'offline',
} as const;

export const WAWP = {
	accessToken: 'sandbox-wawp-token',
	instanceId: 'SANDBOX00001',
	/** 401 as XML. */
	xmlToken: 'sandbox-wawp-xml-token',
	/** A session that is gone: 404 with `code: invalid_session`. */
	goneInstance: 'SANDBOXGONE1',
	/** 404 as XML. */
	xmlInstance: 'SANDBOXXML01',
	/** Waits for its QR code to be scanned: 422, as WAHA answers. */
	unpairedInstance: 'SANDBOXSCAN1',
} as const;

export const EVOLUTION = {
	/** The global key: all instances. */
	apiKey: 'sandbox-evolution-key',
	/** The token of `sales`. */
	instanceToken: 'sandbox-evolution-token-sales',
	instance: 'sales',
	secondInstance: 'support',
	/** Not connected to WhatsApp: 500 `Connection Closed`. */
	closedInstance: 'offline',
	/** Through Meta's Cloud API, whose errors come with status 201. */
	metaInstance: 'official',
	/** Known, and not loaded: 500. */
	unloadedInstance: 'asleep',
	group: '120363040000000001@g.us',
} as const;

export const GOWA = {
	username: 'sandbox',
	password: 'sandbox-gowa-password',
	deviceId: 'sandbox-device-1',
	/** A device id that has to be percent-encoded in the header. */
	oddDeviceId: 'office 2+1',
	/** Connected, not logged in: 401. */
	loggedOutDevice: 'sandbox-logged-out',
	/** Not connected: 401. */
	offlineDevice: 'sandbox-offline',
	/** Registered, without a WhatsApp client: 500. */
	clientlessDevice: 'sandbox-no-client',
	group: '120363040000000001@g.us',
} as const;

export const CHERT = {
	signingSecret: '0123456789abcdef0123456789abcdef',
	tenant: 'sandbox-tenant',
	/** An account with two tenants, which has to name one in every request. */
	multiTenantSecret: 'fedcba9876543210fedcba9876543210',
	multiTenants: ['sandbox-north', 'sandbox-south'],
	chatId: 'ch_01HSANDBOX000000000000001',
	/** No pinned line: 501 with code 4099, as the page of send-contact says. */
	noLineChat: 'ch_no_line',
	/** A line without contact bubbles: 422 with code 4099, as the table of codes says. */
	noBubbleChat: 'ch_no_bubble',
	/** Delivery failed: 502 with code 4001, retryable. */
	failingChat: 'ch_failing',
	/** The line is busy: 503 with code 4002, retryable after 2 seconds. */
	busyChat: 'ch_line_busy',
} as const;

export const TELEGRAM = {
	botToken: '7000000001:sandbox-telegram-token',
	/** A person who has pressed Start. Every other number of a person is one, too. */
	chatId: '6001',
	group: '-4001',
	/** A group with topics; those from 1 to 9 are open. */
	forum: '-1001000004002',
	channel: '-1001000004003',
	/** The channel's public name. */
	channelName: '@sandbox_channel',
	/** A group that became the forum: 400 with `migrate_to_chat_id`. */
	migratedGroup: '-4004',
	/** No such chat: 400. */
	unknownChat: '-4404',
	/** The bot may not write there: 400. */
	mutedGroup: '-4005',
	/** The bot was removed: 403. */
	leftGroup: '-4006',
	/** Has blocked the bot: 403. */
	blockedBy: '6002',
	/** Never pressed Start: 403. */
	neverStarted: '6003',
	/** A deleted account: 403. */
	deactivated: '6004',
	/** Too many messages: 429, to be tried after 2 seconds; the next message is taken. */
	floodedChat: '6005',
	/** 500: nobody knows whether the message went out. */
	brokenChat: '6006',
	/** The account that the bot may write for. */
	businessConnectionId: 'sandbox-business-1',
} as const;

export const WAHA = {
	apiKey: 'sandbox-waha-key',
	/** A key for the session `sales` alone: 403 for others. */
	salesKey: 'sandbox-waha-sales-key',
	/** Of the engine GOWS. */
	session: 'default',
	secondSession: 'sales',
	/** Of the engine NOWEB, which answers with the message of its library. */
	nowebSession: 'noweb',
	/** NOWEB of 2024, which answers with nothing. */
	silentSession: 'noweb-2024',
	/** WEBJS, whose engine sends no contact cards: 501, and 422 in 2024. */
	webjsSession: 'webjs',
	oldWebjsSession: 'webjs-2024',
	/** Waits for its QR code to be scanned: 422. */
	unpairedSession: 'unpaired',
	/** Is starting: 422, once, then it works. */
	startingSession: 'starting',
	failedSession: 'failed',
	/** Known, but not running: 404. */
	stoppedSession: 'stopped',
} as const;

export const WHATSAPP_CLOUD = {
	/** Also 360dialog's API key for the first number. */
	accessToken: 'sandbox-whatsapp-cloud-token',
	/** 190: its time is over. */
	expiredToken: 'sandbox-whatsapp-cloud-expired',
	/** 10: may not send messages. */
	powerlessToken: 'sandbox-whatsapp-cloud-powerless',
	phoneNumberId: '100000000000001',
	secondPhoneNumberId: '100000000000002',
	/** A number that was deleted: 33. */
	deletedPhoneNumberId: '100000000009999',
	businessAccountId: '200000000000001',
	/** A person with a username, whose number the business does not know. */
	userId: 'GB.13491208655302741918',
	/** `capi_group:447700900930:120363040000000001`, as the Groups API writes it. */
	group: 'Y2FwaV9ncm91cDo0NDc3MDA5MDA5MzA6MTIwMzYzMDQwMDAwMDAwMDAxZD',
	/** Recipients that Meta refuses, each by the code after its name. */
	refused: {
		/** Has not written for 24 hours: 131047. */
		outsideWindow: '12025550150',
		/** Got too many messages: 131056, once, then it is taken. */
		pairLimitOnce: '12025550151',
		/** The same, every time. */
		pairLimit: '12025550152',
		/** Not on the list of a test number: 131030. */
		notAllowed: '12025550153',
		/** The number sends too fast: 130429, once, then it is taken. */
		throughputOnce: '12025550154',
		/** Reported as spam: 131048. */
		spam: '12025550155',
		/** The account is locked: 131031, 403. */
		locked: '12025550156',
		/** Cannot be charged: 131042. */
		unpaid: '12025550157',
		/** In maintenance: 131057, 500. */
		maintenance: '12025550158',
		/** A fault of Meta's that says nothing of the message: 2, 503. */
		overloaded: '12025550159',
	},
} as const;

/**
 * Numbers that WhatsApp, as the sandbox plays it, treats in its own way. All are from +1 202 555 01xx, kept for fiction.
 * Each provider that addresses by number answers as its documents say.
 */
export const SPECIAL_NUMBERS = {
	/** Not on WhatsApp. GOWA 400 INVALID_JID, RyzeAPI 400, Wawp 400, Chert 502 code 4001, Evolution 400, its Meta channel 201. */
	notOnWhatsApp: '12025550190',
	/** WhatsApp's reach-out lock, error 463. GOWA 429 WA_REACHOUT_TIMELOCK, RyzeAPI 500. */
	reachoutLock: '12025550191',
	/** WhatsApp never confirms. GOWA 504 after its 45 seconds, RyzeAPI 500, Evolution 400 `Error: Timed Out`. */
	neverConfirms: '12025550192',
	/** WhatsApp rejects the send. GOWA 500, RyzeAPI 500, Wawp 500, Chert 500 code 3003, Evolution 400 with an error's text. */
	sendFails: '12025550193',
	/** Wawp 400 as XML. */
	wawpXml400: '12025550194',
	/** Wawp 400 as plain text. */
	wawpText400: '12025550195',
	/** Wawp 500 as HTML. */
	wawpHtml500: '12025550196',
	/** Wawp 502 as JSON. */
	wawpJson502: '12025550197',
	/** Wawp 502 as XML. */
	wawpXml502: '12025550198',
	/** Wawp 200 with an error code inside. */
	wawpCode200: '12025550199',
	/** Evolution sends, cannot save what it sent, and answers 400 with an error's text. */
	evolutionSavesNothing: '12025550188',
	/** Wawp 429 as JSON, no time given. */
	wawpJson429: '12025550189',
} as const;

/** The ids of every provider's account, by provider. */
export const ACCOUNTS = {
	chatvolt: CHATVOLT,
	chert: CHERT,
	evolution: EVOLUTION,
	gowa: GOWA,
	ryzeapi: RYZEAPI,
	telegram: TELEGRAM,
	waha: WAHA,
	wawp: WAWP,
	whatsAppCloud: WHATSAPP_CLOUD,
} as const;

/** Whom each provider's cards can be sent to, for people. */
export const SEND_TO: Readonly<Record<keyof typeof ACCOUNTS, string>> = {
	chatvolt: `agent ${CHATVOLT.agentId}, conversation ${CHATVOLT.conversationId} (agent-001 to -030, conv-001 to -060)`,
	chert: `chat ${CHERT.chatId}, or any +E.164 number`,
	evolution: `instance ${EVOLUTION.instance}, any number, or the group ${EVOLUTION.group}`,
	gowa: `any number, or the group ${GOWA.group}`,
	ryzeapi: `instance ${RYZEAPI.instance}, any number`,
	telegram: `chat ${TELEGRAM.chatId}, the group ${TELEGRAM.group} or the channel ${TELEGRAM.channelName}`,
	waha: `session ${WAHA.session}, any number`,
	wawp: 'any number as chat id',
	whatsAppCloud: `any number, the user ${WHATSAPP_CLOUD.userId}, or the group ${WHATSAPP_CLOUD.group}`,
};

/** What n8n's credentials hold, by provider: the field names are those of the package's credential types. */
export interface SandboxCredentials {
	chatvolt: { apiKey: string; baseUrl: string };
	chert: {
		authentication: 'bearer' | 'hmac';
		signingSecret: string;
		tenant: string;
		baseUrl: string;
	};
	evolution: { apiKey: string; baseUrl: string };
	gowa: { baseUrl: string; username: string; password: string; deviceId: string };
	ryzeapi: { token: string; baseUrl: string };
	telegram: { botToken: string; baseUrl: string };
	waha: { apiKey: string; baseUrl: string };
	wawp: { accessToken: string; instanceId: string; baseUrl: string };
	whatsAppCloud: {
		authentication: 'bearer' | 'd360';
		accessToken: string;
		phoneNumberId: string;
		businessAccountId: string;
		apiVersion: string;
		baseUrl: string;
	};
}

/** Credentials that a provider also knows, for the behaviours the first ones do not show. */
export interface OtherCredentials {
	chertHmac: SandboxCredentials['chert'];
	chertMultiTenant: SandboxCredentials['chert'];
	gowaSingle: SandboxCredentials['gowa'];
	gowaEmpty: SandboxCredentials['gowa'];
	ryzeapiInstance: SandboxCredentials['ryzeapi'];
}

/** The working credential of each provider, for a sandbox at this address. */
export function credentialsAt(url: string): SandboxCredentials {
	return {
		chatvolt: { apiKey: CHATVOLT.apiKey, baseUrl: `${url}/chatvolt` },
		chert: {
			authentication: 'bearer',
			signingSecret: CHERT.signingSecret,
			tenant: CHERT.tenant,
			baseUrl: `${url}/chert/api/v1`,
		},
		evolution: { apiKey: EVOLUTION.apiKey, baseUrl: `${url}/evolution` },
		gowa: {
			baseUrl: `${url}/gowa`,
			username: GOWA.username,
			password: GOWA.password,
			deviceId: GOWA.deviceId,
		},
		ryzeapi: { token: RYZEAPI.accountToken, baseUrl: `${url}/ryzeapi` },
		telegram: { botToken: TELEGRAM.botToken, baseUrl: `${url}/telegram` },
		waha: { apiKey: WAHA.apiKey, baseUrl: `${url}/waha` },
		wawp: { accessToken: WAWP.accessToken, instanceId: WAWP.instanceId, baseUrl: `${url}/wawp` },
		whatsAppCloud: {
			authentication: 'bearer',
			accessToken: WHATSAPP_CLOUD.accessToken,
			phoneNumberId: WHATSAPP_CLOUD.phoneNumberId,
			businessAccountId: WHATSAPP_CLOUD.businessAccountId,
			apiVersion: 'v26.0',
			baseUrl: `${url}/whatsappcloud`,
		},
	};
}

/** Further working credentials, for a sandbox at this address. */
export function otherCredentialsAt(url: string): OtherCredentials {
	const { chert, ryzeapi } = credentialsAt(url);
	return {
		chertHmac: { ...chert, authentication: 'hmac' },
		chertMultiTenant: {
			...chert,
			signingSecret: CHERT.multiTenantSecret,
			tenant: CHERT.multiTenants[0],
		},
		gowaSingle: { baseUrl: `${url}/gowa-single`, username: '', password: '', deviceId: '' },
		gowaEmpty: { baseUrl: `${url}/gowa-empty`, username: '', password: '', deviceId: '' },
		ryzeapiInstance: { ...ryzeapi, token: RYZEAPI.instanceToken },
	};
}
