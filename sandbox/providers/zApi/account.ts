/** The sandbox's Z-API accounts: invented, and useless elsewhere. */
export const account = {
	instanceId: 'SANDBOX01',
	token: 'sandbox-zapi-token',
	clientToken: 'sandbox-zapi-client-token',
	/** Not connected: 200 with `error`. Each of these has the token above. */
	offlineInstance: 'SANDBOX02',
	/** Not connected, in another version: 200 `{"value":false}`. */
	mutedInstance: 'SANDBOX03',
	/** Its subscription has expired: 400, also for its status. */
	expiredInstance: 'SANDBOX04',
	group: '120363040000000001-group',
} as const;
