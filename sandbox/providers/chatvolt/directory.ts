/** Chatvolt's agents and conversations. */
import { MISBEHAVIORS } from '../../faults/misbehavingRecipients';
import { numbered } from '../../toolkit/ids';
import { minutesBefore, people, person } from '../../toolkit/people';
import { account } from './account';

const ORGANIZATION = 'org-sandbox';
const AGENT_COUNT = 70;
const CONVERSATION_COUNT = 240;
const MODELS = ['gpt_4o', 'claude_sonnet', 'gemini_flash'];

export interface Agent {
	id: string;
	name: string;
	description: string;
	modelName: string;
	handle: string;
	visibility: 'public' | 'private';
	tools: [];
	organization: { id: string; name: string };
	createdAt: string;
}

export interface Conversation {
	id: string;
	title: string | null;
	isAiEnabled: boolean;
	channel: 'whatsapp' | 'zapi' | 'zapperhub' | 'website';
	status: 'RESOLVED' | 'UNRESOLVED' | 'HUMAN_REQUESTED';
	metadata: null;
	channelExternalId: string | null;
	organizationId: string;
	priority: 'LOW' | 'MEDIUM' | 'HIGH';
	agentId: string | null;
	createdAt: string;
	updatedAt: string;
	assignees: Array<{ id: string; email: string }>;
	tags: Array<{ tag: string }>;
}

function agent(id: string, name: string, index: number): Agent {
	return {
		id,
		name,
		description: `Answers questions about ${name.toLowerCase()}`,
		modelName: MODELS[index % MODELS.length] ?? '',
		handle: `sandbox-${id}`,
		visibility: index % 10 === 9 ? 'public' : 'private',
		tools: [],
		organization: { id: ORGANIZATION, name: 'Sandbox Ltd' },
		createdAt: minutesBefore(index * 1440),
	};
}

const TOPICS = ['Sales', 'Support', 'Billing', 'Delivery', 'Reservations', 'Returns'];

/** The organization's agents, newest first. */
export const AGENTS: readonly Agent[] = [
	...Array.from({ length: AGENT_COUNT }, (_, index) =>
		agent(
			numbered('agent', index, 3),
			`${TOPICS[index % TOPICS.length] ?? ''} ${String(Math.floor(index / TOPICS.length) + 1)}`,
			index,
		),
	),
	agent(account.spentAgent, 'No messages left', AGENT_COUNT),
];

function conversation(
	id: string,
	index: number,
	changes: Partial<Conversation> = {},
): Conversation {
	const { name, number } = person(index);
	return {
		id,
		title: name,
		isAiEnabled: index % 3 !== 0,
		channel: index % 7 === 6 ? 'zapi' : 'whatsapp',
		status: index % 5 === 4 ? 'RESOLVED' : 'UNRESOLVED',
		metadata: null,
		channelExternalId: number,
		organizationId: ORGANIZATION,
		priority: 'MEDIUM',
		agentId: index % 11 === 10 ? null : numbered('agent', index % AGENT_COUNT, 3),
		createdAt: minutesBefore(index * 53),
		updatedAt: minutesBefore(index * 53),
		assignees: [],
		tags: [],
		...changes,
	};
}

/**
 * The organization's conversations, newest first; the numbered ones first, then those that lead to a refusal or misbehave.
 */
export const CONVERSATIONS: readonly Conversation[] = [
	...people(CONVERSATION_COUNT).map((_, index) => conversation(numbered('conv', index, 3), index)),
	conversation(account.expiredConversation, CONVERSATION_COUNT, { title: 'Silent for two days' }),
	conversation(account.rejectedConversation, CONVERSATION_COUNT + 1, {
		title: 'Rejected by Meta',
	}),
	conversation(account.websiteConversation, CONVERSATION_COUNT + 2, {
		title: null,
		channel: 'website',
		channelExternalId: null,
	}),
	...MISBEHAVIORS.map(({ slug, number }, index) =>
		conversation(`conv-${slug}`, CONVERSATION_COUNT + 3 + index, {
			title: `Misbehaves: ${slug}`,
			channelExternalId: number,
		}),
	),
];
