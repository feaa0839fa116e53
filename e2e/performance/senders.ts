import type { INode, INodeParameters } from 'n8n-workflow';

import { gowa } from '../../nodes/providers/gowa/gowa';
import { account as GOWA } from '../../sandbox/providers/gowa/account';
import { credentialsAt } from '../../sandbox/registry';
import type { CredentialFile } from '../support/home';
import { node } from '../support/workflows';
import type { Form } from './cards';
import { PROBE } from './probe/package';

/** The sandbox that receives, and how it answers. */
export interface Target {
	url: string;
	/** Milliseconds until it answers. */
	latency: number;
}

/** A way to send the cards from a workflow. */
export interface Sender {
	/** How it is called in the tables; the name of its node, too. */
	name: string;
	form: Form;
	/** Whether the output names the recipients. */
	namesRecipients: boolean;
	/** The node that sends to a target, this many cards at a time. */
	node(target: Target, atOnce: number): INode;
}

const BASIC = { id: 'basic', name: 'Sandbox GOWA' };
const AUTHORIZATION = `Basic ${Buffer.from(`${GOWA.username}:${GOWA.password}`).toString('base64')}`;

/** The credentials that the senders use for a target. */
export function credentialsFor(target: Target): CredentialFile[] {
	const { username: user, password } = GOWA;
	const { gowa: data } = credentialsAt(target.url);
	return [
		{ ...gowaCredential(target), type: gowa.credential.name, data },
		{ ...BASIC, type: 'httpBasicAuth', data: { user, password } },
	];
}

function gowaCredential({ latency }: Target): { id: string; name: string } {
	return { id: `gowa${String(latency)}`, name: `Sandbox GOWA, ${String(latency)} ms` };
}

/** The forms, with the parameters of Send Contact Card that hold the contact. */
const CONTACTS: Record<Form, INodeParameters> = {
	json: { contactSource: 'json', contactsJson: '={{ $json.card }}' },
	fields: {
		contactSource: 'fields',
		contacts: {
			contact: [
				{
					formattedName: '={{ $json.name }}',
					firstName: '={{ $json.first }}',
					lastName: '={{ $json.last }}',
					phones: { phone: [{ phone: '={{ $json.phone }}', type: 'WORK' }] },
				},
			],
		},
	},
	item: { contactSource: 'item' },
};

/** As the editor saves what a person drags there. */
const RECIPIENT = { recipient: { __rl: true, mode: 'number', value: '={{ $json.to }}' } };

const SOURCES: Record<Form, string> = {
	json: 'JSON, two expressions',
	fields: 'Fields, five expressions',
	item: 'Input Item, one expression',
};

function ours(form: Form): Sender {
	const name = `Send Contact Card: ${SOURCES[form]}`;
	return {
		name,
		form,
		namesRecipients: true,
		node: (target, atOnce) =>
			node(
				name,
				'n8n-nodes-contact-card.sendContactCard',
				1,
				{ provider: 'gowa', ...RECIPIENT, ...CONTACTS[form], options: { concurrency: atOnce } },
				{ credentials: { [gowa.credential.name]: gowaCredential(target) } },
			),
	};
}

function n8nAlone(form: Form): Sender {
	const name = `n8n alone: the same as ${SOURCES[form]}`;
	return {
		name,
		form,
		namesRecipients: false,
		node: (target, atOnce) =>
			node(
				name,
				`${PROBE}.n8nAlone`,
				1,
				{ ...RECIPIENT, ...CONTACTS[form], atOnce },
				{ credentials: { [gowa.credential.name]: gowaCredential(target) } },
			),
	};
}

/** The newest version that n8n 2.40.7 offers. */
const HTTP_REQUEST = 4.5;

/**
 * HTTP Request. It waits between two batches and not for their answers, so the interval is what an answer takes: as many
 * requests are under way at once as a batch has.
 */
function httpRequest(
	name: string,
	{ latency, url }: Target,
	atOnce: number,
	parameters: INodeParameters,
	more: Partial<INode> = {},
): INode {
	return node(
		name,
		'n8n-nodes-base.httpRequest',
		HTTP_REQUEST,
		{
			method: 'POST',
			url: `${url}/gowa/send/contact`,
			sendHeaders: true,
			sendBody: true,
			options: { batching: { batch: { batchSize: atOnce, batchInterval: latency } } },
			...parameters,
		},
		more,
	);
}

const DEVICE = { name: 'X-Device-Id', value: GOWA.deviceId };
const PHONE = { name: 'phone', value: '={{ $json.to }}' };
const CONTACT_PHONE = { name: 'contact_phone', value: '+442079460123' };
const LEAST = 'HTTP Request: one expression, no credential';
const SAME = 'HTTP Request: two expressions, basic authentication';

/** HTTP Request with as little as it can have: what is the same for all cards is fixed, the authorization too. */
export const leastRequest: Sender = {
	name: LEAST,
	form: 'item',
	namesRecipients: false,
	node: (target, atOnce) =>
		httpRequest(LEAST, target, atOnce, {
			headerParameters: { parameters: [DEVICE, { name: 'Authorization', value: AUTHORIZATION }] },
			bodyParameters: {
				parameters: [PHONE, { name: 'contact_name', value: 'Contact' }, CONTACT_PHONE],
			},
		}),
};

/** HTTP Request with the work of Send Contact Card with JSON: two expressions and a credential. */
export const sameRequest: Sender = {
	name: SAME,
	form: 'item',
	namesRecipients: false,
	node: (target, atOnce) =>
		httpRequest(
			SAME,
			target,
			atOnce,
			{
				authentication: 'genericCredentialType',
				genericAuthType: 'httpBasicAuth',
				headerParameters: { parameters: [DEVICE] },
				bodyParameters: {
					parameters: [PHONE, { name: 'contact_name', value: '={{ $json.name }}' }, CONTACT_PHONE],
				},
			},
			{ credentials: { httpBasicAuth: BASIC } },
		),
};

/** Send Contact Card and n8n alone with the same expressions, by the form of the contacts. */
export const FORMS: Record<Form, { ours: Sender; alone: Sender }> = {
	json: { ours: ours('json'), alone: n8nAlone('json') },
	fields: { ours: ours('fields'), alone: n8nAlone('fields') },
	item: { ours: ours('item'), alone: n8nAlone('item') },
};

/** All senders, in the order in which they take turns: those that are compared follow each other. */
export const SENDERS: readonly Sender[] = [
	...Object.values(FORMS).flatMap((pair) => [pair.ours, pair.alone]),
	leastRequest,
	sameRequest,
];
