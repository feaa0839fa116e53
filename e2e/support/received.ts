import type { Sandbox } from '../../sandbox/server';
import type { Card } from './workflows';

/** The cards that GOWA accepted, sorted by recipient and then by arrival. */
export function cardsIn(sandbox: Pick<Sandbox, 'deliveries'>): Card[] {
	return sandbox
		.deliveries({ provider: 'gowa' })
		.flatMap(({ recipient, contacts }) =>
			contacts.map(({ name }) => ({
				to: `+${recipient.split('@')[0] ?? ''}`,
				name: name.formatted_name,
			})),
		)
		.sort((a, b) => a.to.localeCompare(b.to));
}
