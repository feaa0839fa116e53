import type { INodeExecutionData } from 'n8n-workflow';

import type { FieldWarning } from '../contact/contact';
import type { SourceContacts } from '../contact/source/readSource';
import type { LongTask } from '../eventLoop/longTask';

/** The result of an input item, or of several combined ones. */
export interface Conversion {
	outputs: INodeExecutionData[];
	/** Warnings that have no place in the outputs themselves. */
	warnings: ContactWarning[];
}

/** A warning with its contact, counted from 1; without one if it belongs to none of them. */
export interface ContactWarning extends FieldWarning {
	contact?: number;
}

/** All the warnings of the contacts read, each with its contact's place. */
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
