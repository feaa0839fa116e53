/** The sandbox's JSON views and controls, under `/_sandbox`. */
import { ZodError } from 'zod';
import { REDIRECT_TARGET } from './faults/answers';
import { MISBEHAVIORS } from './faults/misbehavingRecipients';
import { readFault, type FaultRule } from './faults/rules';
import { byProvider, PROVIDER_IDS } from './registry';
import type { Sandbox } from './sandbox';
import type { CardFilter } from './store';
import { json, type HttpAnswer, type SandboxRequest } from './toolkit/http';
import { SPECIAL_NUMBERS } from './toolkit/specialNumbers';

/** Answers every request that is neither for a provider nor for the inbox. */
export function adminAnswer(request: SandboxRequest, sandbox: Sandbox): HttpAnswer {
	if (request.path === REDIRECT_TARGET) return json(200, { elsewhere: true });
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

/** The sandbox's accounts, IDs and numbers, as data. */
export function accountsOf(sandbox: Sandbox): Record<string, unknown> {
	return {
		credentials: sandbox.credentials,
		otherCredentials: sandbox.otherCredentials,
		ids: byProvider(({ account }) => account),
		specialNumbers: {
			all: SPECIAL_NUMBERS,
			...byProvider(({ specialNumbers }) => specialNumbers),
		},
		misbehavingRecipients: MISBEHAVIORS,
	};
}

function listDeliveries(request: SandboxRequest, sandbox: Sandbox): HttpAnswer {
	const filter: CardFilter = {};
	const provider = PROVIDER_IDS.find((id) => id === request.query.get('provider'));
	const recipient = request.query.get('recipient');
	if (provider !== undefined) filter.provider = provider;
	else if (request.query.get('provider'))
		return json(400, { error: `Unknown provider; one of ${PROVIDER_IDS.join(', ')}` });
	if (recipient !== null) filter.recipient = recipient;
	return json(200, sandbox.deliveries(filter));
}

function addFault(request: SandboxRequest, sandbox: Sandbox): HttpAnswer {
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
