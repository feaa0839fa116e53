/** The column beside the chats. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { InboxState } from '../model';
import { Logo, ThemeSwitch } from './Brand';
import { ChatList } from './ChatList';
import { findChats, providersWithChats, type Chat, type Filter } from './chats';
import { Icon, type IconName } from './Icon';
import { ProviderFilter } from './ProviderFilter';
import type { Route } from './route';
import { count } from './words';

interface Props {
	state: InboxState;
	chats: readonly Chat[];
	route: Route;
	newRefusals: number;
	sending: boolean;
	onSamples: () => void;
	onFail: () => void;
	onClear: () => void;
	onClearFaults: () => void;
}

/** Search, actions and the chats. */
export function Sidebar(props: Props) {
	const { state, chats, route } = props;
	const [typed, setTyped] = useState<Filter>({ search: '', provider: '' });
	const used = providersWithChats(chats, state.providers);
	// A provider without chats is not shown, so it can't stay chosen
	const provider = used.some(({ id }) => id === typed.provider) ? typed.provider : '';
	const filter = { ...typed, provider };
	const found = findChats(chats, filter, state.providers);
	const searched = filter.search.trim() !== '' || filter.provider !== '';
	return (
		<nav class="sidebar" aria-label="Chats">
			<div class="sidebar-head">
				<header class="brand">
					<Logo />
					<h1>Inbox</h1>
					<p class="brand-count">{count(state.cards.length + state.older, 'message')}</p>
					<ThemeSwitch />
				</header>
				<div class="search">
					<Icon name="search" />
					<input
						id="search"
						type="search"
						placeholder="Name, number or provider"
						aria-label="Search names, numbers and providers"
						aria-keyshortcuts="/"
						value={filter.search}
						onInput={({ currentTarget }) => setTyped({ ...filter, search: currentTarget.value })}
					/>
					<kbd aria-hidden="true">/</kbd>
				</div>
			</div>
			<div class="tools" role="toolbar" aria-label="Sandbox">
				{state.samples && (
					<Tool icon="play" onClick={props.onSamples} busy={props.sending}>
						{props.sending ? 'Sending…' : 'Samples'}
						<span class="spoken">: send the sample workflows again</span>
					</Tool>
				)}
				<Tool icon="bolt" onClick={props.onFail}>
					Fail next…
				</Tool>
				<Tool icon="bin" onClick={props.onClear}>
					Clear
				</Tool>
			</div>
			<Faults state={state} onClear={props.onClearFaults} />
			<ProviderFilter
				providers={used}
				chosen={filter.provider}
				onChoose={(provider) => setTyped({ ...filter, provider })}
			/>
			<a
				class="place"
				href="#/refused"
				aria-current={route.view === 'refused' ? 'page' : undefined}
			>
				<Icon name="refused" />
				Refused requests
				{state.refusals.length > 0 && (
					<span class={props.newRefusals > 0 ? 'unread refused' : 'place-count'}>
						{props.newRefusals > 0 ? props.newRefusals : state.refusals.length}
						{props.newRefusals > 0 && <span class="spoken"> new</span>}
					</span>
				)}
			</a>
			<a
				class="place"
				href="#/connect"
				aria-current={route.view === 'connect' ? 'page' : undefined}
			>
				<Icon name="plug" />
				Connect n8n
			</a>
			<p class="spoken" role="status">
				{searched ? `${count(found.length, 'chat')} found` : ''}
			</p>
			<ChatList
				chats={found}
				providers={state.providers}
				open={route.chat}
				empty={searched ? 'Nothing found.' : 'No cards yet.'}
			/>
			{state.older > 0 && (
				<p class="list-empty">
					{count(state.older, 'older message')} at{' '}
					<a href="/_sandbox/deliveries">/_sandbox/deliveries</a>
				</p>
			)}
		</nav>
	);
}

interface ToolProps {
	icon: IconName;
	busy?: boolean;
	onClick: () => void;
	children: ComponentChildren;
}

function Tool({ icon, busy = false, onClick, children }: ToolProps) {
	return (
		<button type="button" class="tool" disabled={busy} onClick={onClick}>
			<Icon name={icon} />
			<span>{children}</span>
		</button>
	);
}

/** The faults that are set. */
function Faults({ state, onClear }: { state: InboxState; onClear: () => void }) {
	if (state.faults.length === 0) return null;
	return (
		<div class="faults">
			<ul>
				{state.faults.map(({ provider, label, left, taken }) => (
					<li>
						<strong>
							{state.providers.find(({ id }) => id === provider)?.name ?? 'Every provider'}
						</strong>
						{left === null
							? ', always: '
							: left === 1
								? ', next card: '
								: `, next ${String(left)} cards: `}
						{label}
						{taken && ' (the card arrives anyway)'}
					</li>
				))}
			</ul>
			<button type="button" class="link" onClick={onClear}>
				Stop failing
			</button>
		</div>
	);
}
