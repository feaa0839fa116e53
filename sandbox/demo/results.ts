/** What became of every card of a workflow's run. */
import type { INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import type { Package, WorkflowFile, WorkflowRun } from '../engine/engine';

/** What a Send Contact Card node output for one card, or why it failed. */
export type Result =
	| {
			kind: 'sent';
			provider: string;
			recipient: string;
			contacts: string[];
			messageIds: string[];
			warnings: Warning[];
	  }
	| {
			kind: 'failed';
			provider: string;
			recipient: string;
			contacts: string[];
			/** The whole message, as n8n shows it. */
			message: string;
			/** `notSent`, or `unknown` if the card may have arrived. */
			outcome: string;
	  };

/** Something that did not go out as given. */
export type Warning = z.infer<typeof warningSchema>;

const SEND_NODE = 'n8n-nodes-contact-card.sendContactCard';

const named = z.object({ name: z.object({ formatted_name: z.string() }) });
const warningSchema = z.object({ field: z.string(), message: z.string() });
const sentSchema = z.object({
	provider: z.string(),
	status: z.literal('sent'),
	recipient: z.string(),
	messageIds: z.array(z.string()),
	contacts: z.array(named),
	warnings: z.array(warningSchema),
});
const failedSchema = z.object({ error: z.string(), provider: z.string(), outcome: z.string() });
/** The JSON that goes into those nodes of the examples that may fail. */
const givenSchema = z.union([z.array(named), named.transform((contact) => [contact])]).catch([]);

/** What became of every card of a run, by node and in the order of the items. */
export function resultsOf(file: WorkflowFile, run: WorkflowRun, contents: Package): Result[] {
	return file.nodes
		.filter(({ type }) => type === SEND_NODE)
		.flatMap(({ name }) => {
			const items = [0, 1].flatMap((output) => run.items(name, output));
			return items
				.sort((a, b) => firstInput(a) - firstInput(b))
				.map((item) => resultOf(item, name, run, contents));
		});
}

function resultOf(
	item: INodeExecutionData,
	node: string,
	run: WorkflowRun,
	contents: Package,
): Result {
	const failed = failedSchema.safeParse(item.json);
	if (failed.success) {
		const input = firstInput(item);
		const contacts = givenSchema.parse(run.parameter(node, 'contactsJson', input));
		return {
			kind: 'failed',
			provider: displayName(failed.data.provider, contents),
			recipient: z.string().parse(run.parameter(node, 'recipient', input)),
			contacts: contacts.map(shownName),
			message: failed.data.error,
			outcome: failed.data.outcome,
		};
	}
	const sent = sentSchema.safeParse(item.json);
	if (!sent.success) {
		throw new Error(`An item is neither a card nor a failure: ${JSON.stringify(item.json)}`);
	}
	const { provider, recipient, messageIds, warnings, contacts } = sent.data;
	return {
		kind: 'sent',
		provider: displayName(provider, contents),
		recipient,
		contacts: contacts.map(shownName),
		messageIds,
		warnings,
	};
}

function shownName({ name }: z.infer<typeof named>): string {
	return name.formatted_name;
}

function firstInput({ pairedItem }: INodeExecutionData): number {
	const [first] = [pairedItem].flat();
	return typeof first === 'object' ? first.item : (first ?? 0);
}

/** The provider's name as the node's panel shows it. */
function displayName(id: string, { nodes }: Package): string {
	const parameters = nodes.flatMap(({ description }) => description.properties);
	const choices = parameters.find(({ name }) => name === 'provider')?.options ?? [];
	const choice = choices.find((option) => 'value' in option && option.value === id);
	return choice?.name ?? id;
}
