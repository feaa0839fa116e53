import type { Path } from '../read/dialect';
import type { Gathering } from './gathering';
import { textIn } from './texts';
import { isNothing } from './values';

/** What somebody may do in a program, which many keep under `role`: no job. */
const PROGRAM_ROLE =
	/^(?:(?:end|super|power|app|site|system|shop|space|team|account|org|organi[sz]ation|workspace|service|billing)[-_: ]*)?(?:user|admin|administrator|owner|member|guest|viewer|editor|author|contributor|subscriber|customer|client|contact|lead|visitor|agent|assistant|system|bot|tool|model|moderator|participant|attendee|invitee|host|organi[sz]er|collaborator|authenticated|anon|anonymous|public|staff|default|none|standard|basic|read[-_ ]?only|usu[aá]rio|cliente|membro|miembro|convidado|invitado)s?$/i;

export type JobField = 'department' | 'jobTitle' | 'jobRole' | 'headline' | 'title';

export function isJobField(field: string): field is JobField {
	return ['department', 'jobTitle', 'jobRole', 'headline', 'title'].includes(field);
}

/** What somebody does for a living, as a title, a role or the headline of a profile. */
export function gatherJob(field: JobField, value: unknown, path: Path, g: Gathering): void {
	if (field === 'jobTitle') g.nameKeys.add('jobTitle');
	if (isNothing(value)) return;
	const text = textIn(value);
	if (text === undefined) return;
	const found = { text, path };
	switch (field) {
		case 'title':
			// Of a meeting or a product it is no person's
			if (g.isEvent || g.isGoods) g.unknown.push(path);
			else g.names.title ??= found;
			break;
		case 'jobRole':
			if (PROGRAM_ROLE.test(text.trim())) break;
			if (g.jobRole === undefined) g.jobRole = found;
			else g.leftOut.push(path);
			break;
		case 'jobTitle':
			if (/^(?:https?:|\d+$)/i.test(text)) g.unknown.push(path);
			else g.jobTitle ??= found;
			break;
		default:
			g[field] ??= found;
	}
}
