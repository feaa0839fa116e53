import type { NodeExecutionHint } from 'n8n-workflow';

import { count } from '../contact/text';
import { warningLines, type ItemWarning } from '../failures/warningLines';

/** Warnings as one hint above the output in the editor. */
export function warningHint(warnings: readonly ItemWarning[]): NodeExecutionHint {
	return {
		type: 'warning',
		location: 'outputPane',
		message: [
			`Not everything could be kept as it was given (${count(warnings.length, 'warning')}):`,
			...warningLines(warnings),
		].join('<br>'),
	};
}
