/** GREEN-API's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { accountOf } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { badRequest, invalid, quotaExceeded } from './errors';
import { sendContact, sendMessage } from './send';

const PATH = /^\/waInstance([^/]*)\/([^/]*)\/([^/]*)$/;
const SENDS = ['sendcontact', 'sendmessage'];
const INSTANCES: readonly string[] = [
	account.idInstance,
	account.unlinkedInstance,
	account.usedUpInstance,
	account.oddInstance,
];

/**
 * GREEN-API, from its documentation: instance, method and token in the path, the method in any case; 403 for an unknown
 * instance, 401 for a wrong token, a 400 that repeats the path, 466 for a quota.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && SENDS.includes(methodOf(path)),
		recipientOf: (request) => request.textField('chatId'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) => ({ statusCode: status, message }),
	};
}

function methodOf(path: string): string {
	return PATH.exec(path)?.[2]?.toLowerCase() ?? '';
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const [, instance = '', , token = ''] = PATH.exec(request.path) ?? [];
	const method = methodOf(request.path);
	if (method === '') return json(404, { message: 'Not Found' });
	if (!INSTANCES.includes(instance)) return json(403, { message: 'Forbidden' });
	if (token !== account.apiTokenInstance) {
		return instance === account.oddInstance
			? json(200, { code: 401, description: 'Unauthorized' })
			: json(401, { message: 'Unauthorized' });
	}
	if (request.method === 'GET' && method === 'getstateinstance') {
		const linked = instance !== account.unlinkedInstance;
		return json(200, { stateInstance: linked ? 'authorized' : 'notAuthorized' });
	}
	if (instance === account.unlinkedInstance)
		return badRequest(request, 'instance account not authorized', tools.now());
	switch (`${request.method} ${method}`) {
		case 'GET getcontacts':
			return json(200, CONTACTS);
		case 'POST checkwhatsapp':
			return checkWhatsapp(request, tools);
		case 'POST sendcontact':
			return instance === account.usedUpInstance
				? quotaExceeded('sendContact')
				: sendContact(request, tools);
		case 'POST sendmessage':
			return instance === account.usedUpInstance
				? quotaExceeded('sendMessage')
				: sendMessage(request, tools);
		default:
			return json(404, { message: 'Not Found' });
	}
}

const CONTACTS = [
	{ id: account.group, name: 'Sales team', contactName: '', type: 'group' },
	...people(120).map(({ name, number }, index) => ({
		id: `${number}@c.us`,
		name,
		contactName: index % 10 === 9 ? '' : name,
		type: 'user',
	})),
];

/** POST checkWhatsapp: one number, as an integer. Only the exact digits match here; the documentation does not say. */
function checkWhatsapp(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { phoneNumber } = request.jsonObject();
	if (typeof phoneNumber !== 'number')
		return invalid(request, "'phoneNumber' must be a number", tools.now());
	const digits = String(phoneNumber);
	if (!/^\d{11,16}$/.test(digits))
		return badRequest(request, 'bad phone number, valid from 11 to 16 digits', tools.now());
	if (digits === specialNumbers.isCheckedTooLong)
		return badRequest(request, 'check phone number timeout limit exceeded', tools.now());
	return json(200, { existsWhatsapp: accountOf(digits) === digits });
}
