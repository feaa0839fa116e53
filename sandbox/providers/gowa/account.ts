/** The sandbox's GOWA accounts: invented, and useless elsewhere. */
export const account = {
	username: 'sandbox',
	password: 'sandbox-gowa-password',
	deviceId: 'sandbox-device-1',
	/** A device ID that must be percent-encoded in the header. */
	oddDeviceId: 'office 2+1',
	/** Connected, but not logged in: 401. */
	loggedOutDevice: 'sandbox-logged-out',
	/** Not connected: 401. */
	offlineDevice: 'sandbox-offline',
	/** Registered, but without a WhatsApp client: 500. */
	clientlessDevice: 'sandbox-no-client',
	group: '120363040000000001@g.us',
} as const;

export const settings = {
	/** How long GOWA waits for WhatsApp before it answers 504, in milliseconds. */
	timeoutMs: 45_000,
};
export type GowaSettings = typeof settings;
