/** What an empty inbox shows. */
import type { InboxState } from '../model';
import { Icon } from './Icon';

interface Props {
	state: InboxState;
	sending: boolean;
	onSamples: () => void;
}

/** What the page shows when no chat is open. */
export function Welcome({ state, sending, onSamples }: Props) {
	const isEmpty = state.cards.length === 0;
	return (
		<section class="welcome">
			<svg viewBox="0 0 220 150" aria-hidden="true">
				<rect class="w-phone" x="64" y="6" width="92" height="138" rx="14" />
				<rect class="w-screen" x="70" y="18" width="80" height="114" rx="6" />
				<rect class="w-card" x="30" y="34" width="108" height="46" rx="9" />
				<circle class="w-face" cx="53" cy="57" r="13" />
				<path class="w-line" d="M76 50h46M76 64h30" />
				<rect class="w-card two" x="88" y="90" width="104" height="34" rx="9" />
				<circle class="w-face two" cx="107" cy="107" r="10" />
				<path class="w-line" d="M126 102h46M126 112h28" />
			</svg>
			<h2>{isEmpty ? 'No cards yet' : 'Choose a chat'}</h2>
			<p>
				{isEmpty
					? 'Send a contact card from n8n and it appears here, as its recipient would see it.'
					: 'There is one for each recipient of a provider. Next to each card you see what the phone shows of it and what it doesn’t.'}
			</p>
			<div class="buttons">
				{state.samples && isEmpty && (
					<button type="button" class="button primary" disabled={sending} onClick={onSamples}>
						<Icon name="play" /> {sending ? 'Sending…' : 'Send the samples'}
					</button>
				)}
				<a class="button" href="#/connect">
					<Icon name="plug" /> Connect n8n
				</a>
			</div>
			<p class="welcome-foot">
				<Icon name="info" /> Everything stays on this machine: {state.url}
			</p>
		</section>
	);
}
