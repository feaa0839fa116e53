/** GOWA's devices, and which one a request is for. */
import type { HttpAnswer, SandboxRequest } from '../../toolkit/http';
import { minutesBefore, person } from '../../toolkit/people';
import { USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import { gowaError } from './errors';

export interface GowaDevice {
	id: string;
	/** `no-client` stands for a device whose WhatsApp client never came up; the API calls it disconnected. */
	state: 'logged_in' | 'connected' | 'disconnected' | 'no-client';
	phone_number?: string;
	display_name?: string;
	jid?: string;
	created_at: string;
}

function device(
	id: string,
	state: GowaDevice['state'],
	owner: number | null,
	created: number,
): GowaDevice {
	if (owner === null) return { id, state, created_at: minutesBefore(created) };
	const { name, number } = person(owner);
	return {
		id,
		state,
		phone_number: number,
		display_name: name,
		jid: `${number}${USER_SERVER}`,
		created_at: minutesBefore(created),
	};
}

/** The devices of each GOWA server in the sandbox, by path prefix. */
export const GOWA_DEVICES: Readonly<Record<string, readonly GowaDevice[]>> = {
	'/gowa': [
		device(account.deviceId, 'logged_in', 900, 90_000),
		device(account.oddDeviceId, 'logged_in', 901, 80_000),
		device(account.loggedOutDevice, 'connected', null, 70_000),
		device(account.offlineDevice, 'disconnected', 902, 60_000),
		device(account.clientlessDevice, 'no-client', null, 50_000),
	],
	'/gowa-single': [device('only-device', 'logged_in', 903, 40_000)],
	'/gowa-empty': [],
};

/**
 * The device that a request is for, as GOWA v9.2.0 resolves it: the header X-Device-Id (query-unescaped, so a raw `+` is a
 * space), otherwise the query parameter device_id, otherwise the only device.
 */
export function resolveDevice(
	request: SandboxRequest,
	devices: readonly GowaDevice[],
): GowaDevice | HttpAnswer {
	const wanted =
		queryUnescape(request.header('x-device-id').trim()).trim() ||
		(request.query.get('device_id') ?? '').trim();
	if (wanted === '') {
		const [only, second] = devices;
		if (only !== undefined && second === undefined) return only;
		return gowaError(
			400,
			'DEVICE_ID_REQUIRED',
			'device_id is required via X-Device-Id header or device_id query',
		);
	}
	const found = devices.find(
		({ id, jid }) => id === wanted || (jid !== undefined && jid === withoutDevicePart(wanted)),
	);
	return (
		found ??
		gowaError(
			404,
			'DEVICE_NOT_FOUND',
			'device not found; create a device first from /api/devices or provide a valid X-Device-Id',
			{
				device_id: wanted,
			},
		)
	);
}

/** The JID of one of the account's devices (`62…:12@s.whatsapp.net`) without the device number. */
function withoutDevicePart(jid: string): string {
	return jid.replace(/:\d+@/, '@');
}

/** Go's url.QueryUnescape; a text with a broken escape stays as it is. */
function queryUnescape(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
