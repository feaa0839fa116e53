import type { FieldWarning } from '../contact';
import { count, list } from '../text';

/** How many line numbers one warning lists before it counts the rest. */
const MAX_LINES = 3;
/** How many different warnings one card may have before the rest is counted. */
const MAX_WARNINGS = 50;

interface Entry {
	field: string;
	message: string;
	lines: number[];
	total: number;
}

/** A reader's warnings about the lines of a text: the same message for several lines is one warning. */
export class LineWarnings {
	private entries: Map<string, Entry> | undefined;
	private unnamed = 0;

	/** @param line counted from 1 */
	add(field: string, message: string, line: number): void {
		// Most cards need no warning
		this.entries ??= new Map();
		const key = `${field}\n${message}`;
		const entry = this.entries.get(key);
		if (entry !== undefined) {
			entry.total++;
			if (entry.lines.length < MAX_LINES) entry.lines.push(line);
		} else if (this.entries.size < MAX_WARNINGS) {
			this.entries.set(key, { field, message, lines: [line], total: 1 });
		} else {
			this.unnamed++;
		}
	}

	/** The warnings in the order of their first lines: `lines 7, 9 and 12: …`. */
	list(): FieldWarning[] {
		if (this.entries === undefined) return [];
		const entries = [...this.entries.values()];
		entries.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
		const warnings = entries.map(({ field, message, lines, total }) => {
			const numbers = lines.map(String);
			if (total > lines.length) numbers.push(`${total - lines.length} more`);
			return { field, message: `${total === 1 ? 'line' : 'lines'} ${list(numbers)}: ${message}` };
		});
		if (this.unnamed > 0) {
			const lines = count(this.unnamed, 'more line');
			warnings.push({ field: 'card', message: `${lines} could not be used either` });
		}
		return warnings;
	}
}
