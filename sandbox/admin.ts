import { ZodError } from 'zod';
import { ACCOUNTS, SPECIAL_NUMBERS } from './accounts';
import { ELSEWHERE } from './faultAnswers';
import { readFault, type FaultRule } from './faults';
import { json, PROVIDER_IDS, type Answer, type SandboxRequest } from './http';
import { MISBEHAVIOURS } from './misbehaviour';
import type { Sandbox } from './server';
import type { DeliveryFilter } from './store';

/** Everything that is no provider and not the inbox: the JSON views and controls below `/_sandbox`. */
export function adminAnswer(request: SandboxRequest, sandbox: Sandbox): Answer {
	if (request.path === ELSEWHERE) return json(200, { elsewhere: true });
	switch (`${request.method} ${request.path}`) {
		case 'GET /_sandbox/deliveries':
			return listDeliveries(request, sandbox);
		case 'DELETE /_sandbox/deliveries':
			sandbox.clear();
			return json(200, { cleared: true });
		case 'GET /_sandbox/requests':
			return json(200, sandbox.requests());
		case 'GET /_sandbox/stats':
			return json(200, sandbox.stats());
		case 'GET /_sandbox/accounts':
			return json(200, accountsOf(sandbox));
		case 'GET /_sandbox/faults':
			return json(200, sandbox.faults());
		case 'POST /_sandbox/faults':
			return addFault(request, sandbox);
		case 'DELETE /_sandbox/faults':
			sandbox.clearFaults();
			return json(200, { cleared: true });
		default:
			return json(404, { error: `The sandbox has no ${request.method} ${request.path}` });
	}
}

/** The sandbox's accounts, ids and numbers, as data. */
export function accountsOf(sandbox: Sandbox): Record<string, unknown> {
	return {
		credentials: sandbox.credentials,
		otherCredentials: sandbox.otherCredentials,
		ids: ACCOUNTS,
		specialNumbers: SPECIAL_NUMBERS,
		misbehavingRecipients: MISBEHAVIOURS,
	};
}

function listDeliveries(request: SandboxRequest, sandbox: Sandbox): Answer {
	const filter: DeliveryFilter = {};
	const provider = PROVIDER_IDS.find((id) => id === request.query.get('provider'));
	const recipient = request.query.get('recipient');
	if (provider !== undefined) filter.provider = provider;
	else if (request.query.get('provider'))
		return json(400, { error: `Unknown provider; one of ${PROVIDER_IDS.join(', ')}` });
	if (recipient !== null) filter.recipient = recipient;
	return json(200, sandbox.deliveries(filter));
}

function addFault(request: SandboxRequest, sandbox: Sandbox): Answer {
	try {
		const fault: FaultRule = readFault(request.jsonObject());
		sandbox.fault(fault);
		return json(201, fault);
	} catch (error) {
		if (error instanceof ZodError)
			return json(400, {
				error: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
			});
		throw error;
	}
}
