/** A row of tabs with the panel of the chosen one. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface Tab {
	id: string;
	label: string;
	content: ComponentChildren;
}

/** Tabs as WAI-ARIA describes them: the arrow keys choose, Tab moves into the panel. */
export function Tabs({ name, tabs }: { name: string; tabs: readonly Tab[] }) {
	const [chosen, setChosen] = useState(tabs[0]?.id);
	const choose = (index: number, list: EventTarget | null) => {
		const tab = tabs[(index + tabs.length) % tabs.length];
		if (tab === undefined || !(list instanceof HTMLElement)) return;
		setChosen(tab.id);
		list.querySelector<HTMLElement>(`#${name}-tab-${tab.id}`)?.focus();
	};
	const current = tabs.findIndex(({ id }) => id === chosen);
	return (
		<>
			<div
				class="tabs"
				role="tablist"
				onKeyDown={({ key, currentTarget }) => {
					if (key === 'ArrowRight') choose(current + 1, currentTarget);
					if (key === 'ArrowLeft') choose(current - 1, currentTarget);
					if (key === 'Home') choose(0, currentTarget);
					if (key === 'End') choose(-1, currentTarget);
				}}
			>
				{tabs.map(({ id, label }) => (
					<button
						type="button"
						role="tab"
						id={`${name}-tab-${id}`}
						aria-selected={id === chosen}
						aria-controls={`${name}-panel`}
						tabindex={id === chosen ? 0 : -1}
						onClick={() => setChosen(id)}
					>
						{label}
					</button>
				))}
			</div>
			<div
				class="panel"
				role="tabpanel"
				id={`${name}-panel`}
				aria-labelledby={`${name}-tab-${String(chosen)}`}
			>
				{tabs[current]?.content}
			</div>
		</>
	);
}
