/** The accounts of the sandbox's GOWA: invented, and good for nothing elsewhere. */
export const account = {
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

export const settings = {
	/** How long GOWA waits for WhatsApp before it answers 504, in milliseconds. */
	timeoutMs: 45_000,
};
export type GowaSettings = typeof settings;
