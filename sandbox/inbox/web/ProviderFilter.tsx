/** The choice of the provider whose chats are listed. */
import type { InboxProvider } from '../model';

/** The maximum number of providers with a button each; more would push the chats out of sight. */
const MAX_BUTTONS = 5;

interface Props {
	/** Those that have chats, with their number of chats. */
	providers: ReadonlyArray<Pick<InboxProvider, 'id' | 'name'> & { chats: number }>;
	/** A provider's id; '' for all. */
	chosen: string;
	onChoose: (id: string) => void;
}

/** Buttons, or a list if there are many; nothing if there is no choice. */
export function ProviderFilter({ providers, chosen, onChoose }: Props) {
	if (providers.length < 2) return null;
	if (providers.length > MAX_BUTTONS) {
		return (
			<div class="filters">
				<select
					aria-label="Show chats of"
					value={chosen}
					onChange={({ currentTarget }) => onChoose(currentTarget.value)}
				>
					<option value="">All {providers.length} providers</option>
					{providers.map(({ id, name, chats }) => (
						<option key={id} value={id}>
							{name} ({chats})
						</option>
					))}
				</select>
			</div>
		);
	}
	return (
		<div class="filters" role="group" aria-label="Show chats of">
			{[{ id: '', name: 'All' }, ...providers].map(({ id, name }) => (
				<button
					type="button"
					key={id}
					class="filter"
					aria-pressed={chosen === id}
					onClick={() => onChoose(id)}
				>
					{name}
				</button>
			))}
		</div>
	);
}
