/** What a sandbox prints when it starts: how to reach it, and the accounts and recipients of each provider. */
import { DOCKER_HOST, LOOPBACK } from './address';
import { MISBEHAVIORS, type Misbehavior } from './faults/misbehavingRecipients';
import { PROVIDER_IDS, providerOf, type ProviderId } from './registry';
import type { Sandbox } from './sandbox';
import { SPECIAL_NUMBERS } from './toolkit/specialNumbers';

const LABEL_WIDTH = 17;

/**
 * What a sandbox prints once it has started.
 *
 * @param open whether other machines and containers can reach it
 */
export function introduction(sandbox: Sandbox, open: boolean): string {
	return `Contact card sandbox on ${sandbox.url}
Its inbox shows the cards that arrive: ${sandbox.url}/
${open ? openness(sandbox.port) : ''}
${PROVIDER_IDS.map((id) => providerLines(id, sandbox)).join('\n\n')}

Recipients that always misbehave, for every provider:
${MISBEHAVIORS.map(misbehaviorLine).join('\n')}

Numbers that WhatsApp refuses, or looks up as somebody else:
${numberLines(SPECIAL_NUMBERS)}

Views: ${sandbox.url}/  ${sandbox.url}/_sandbox/deliveries  ${sandbox.url}/_sandbox/requests  ${sandbox.url}/_sandbox/accounts
`;
}

function openness(port: number): string {
	const url = `http://${DOCKER_HOST}:${String(port)}`;
	return `
WARNING: anyone on your network can reach this sandbox, send to it, and see and delete what it received: its
credentials are not secret. Send only invented contacts, and restart it without --host when you are done.

n8n in Docker reaches it at ${url}: in the base URLs below, replace
http://${LOOPBACK}:${String(port)} with that address.
On Linux, the container also needs --add-host=${DOCKER_HOST}:host-gateway.
`;
}

function providerLines(id: ProviderId, { credentials, otherCredentials }: Sandbox): string {
	const { sendTo, specialNumbers } = providerOf(id);
	const others: Partial<Record<ProviderId, Readonly<Record<string, object>>>> = otherCredentials;
	return [
		id,
		...fieldLines(credentials[id]),
		line('send to', sendTo),
		...(specialNumbers === undefined
			? []
			: ['  numbers that only it refuses', numberLines(specialNumbers)]),
		...Object.entries(others[id] ?? {}).flatMap(([name, fields]) => [
			`${id}, other credential: ${name}`,
			...fieldLines(fields),
		]),
	].join('\n');
}

function fieldLines(fields: object): string[] {
	return Object.entries(fields)
		.map(([name, value]) => line(name, String(value)))
		.filter((text) => text.trim().includes(' '));
}

function line(label: string, value: string): string {
	return `  ${label.padEnd(LABEL_WIDTH)} ${value}`.trimEnd();
}

function numberLines(numbers: Readonly<Record<string, string>>): string {
	return Object.entries(numbers)
		.map(([name, number]) => `  +${number}  ${name}`)
		.join('\n');
}

function misbehaviorLine({
	number,
	slug,
	kind,
	firstTimeOnly,
	taken,
	seconds,
}: Misbehavior): string {
	const ids = PROVIDER_IDS.flatMap((id) => providerOf(id).misbehavingId?.(slug) ?? []);
	const details = [
		kind,
		...(seconds === undefined ? [] : [`${String(seconds)} s`]),
		...(firstTimeOnly === true ? ['every other time'] : []),
		...(taken === true ? ['card taken'] : []),
	];
	return `  +${number}  ${details.join(', ')}  (${ids.join(', ')})`;
}
