import type { INodeExecutionData } from 'n8n-workflow';

import type { FieldWarning } from '../contact/contact';
import type { SourceContacts } from '../contact/source/readSource';
import type { LongTask } from '../eventLoop/longTask';

/** What became of an input item, or of several that were combined. */
export interface Conversion {
	outputs: INodeExecutionData[];
	/** What the outputs themselves have no place for. */
	warnings: ContactWarning[];
}

/** A warning with its contact, counted from 1; without one, where it belongs to none of them. */
export interface ContactWarning extends FieldWarning {
	contact?: number;
}

/** All the warnings of contacts that were read, each with its place. */
export async function warningsOf(
	{ contacts, warnings }: SourceContacts,
	task: LongTask,
): Promise<ContactWarning[]> {
	const all: ContactWarning[] = [...warnings];
	for (const { place, warnings: own } of contacts) {
		for (const { field, message } of own) all.push({ contact: place, field, message });
		if (task.shouldYield) await task.yieldNow();
	}
	return all;
}
