/** The dialogs in which a person sets faults or clears the inbox. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { FaultRule } from '../../faults/rules';
import type { InboxState } from '../model';

interface DialogProps {
	title: string;
	onClose: () => void;
	children: ComponentChildren;
}

/** A dialog that keeps the focus inside; Escape closes it. */
function Dialog({ title, onClose, children }: DialogProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} onClose={onClose} aria-labelledby="dialog-title">
			<h2 id="dialog-title">{title}</h2>
			{children}
		</dialog>
	);
}

interface FailProps {
	state: InboxState;
	onClose: () => void;
	onFail: (rule: FaultRule) => void;
}

/** Makes the next cards of a provider fail in a chosen way. */
export function FailDialog({ state, onClose, onFail }: FailProps) {
	const [provider, setProvider] = useState(state.providers[0]?.id ?? '');
	const [kind, setKind] = useState(state.faultKinds[0]?.kind);
	const [times, setTimes] = useState(1);
	const [taken, setTaken] = useState(false);
	const fail = () => {
		if (kind === undefined) return;
		const rule = { kind, times, taken };
		onFail(provider === '' ? rule : { ...rule, provider });
	};
	return (
		<Dialog title="Fail next" onClose={onClose}>
			<form
				method="dialog"
				onSubmit={(event) => {
					event.preventDefault();
					fail();
				}}
			>
				<label>
					Provider
					<select
						value={provider}
						onChange={({ currentTarget }) => setProvider(currentTarget.value)}
					>
						{state.providers.map(({ id, name }) => (
							<option value={id}>{name}</option>
						))}
						<option value="">Every provider</option>
					</select>
				</label>
				<label>
					What happens
					<select
						value={kind}
						onChange={({ currentTarget }) => {
							setKind(state.faultKinds[currentTarget.selectedIndex]?.kind);
						}}
					>
						{state.faultKinds.map((option) => (
							<option value={option.kind}>{option.label}</option>
						))}
					</select>
				</label>
				<label>
					How many cards
					<input
						type="number"
						min={1}
						max={1000}
						required
						value={times}
						onInput={({ currentTarget }) => setTimes(currentTarget.valueAsNumber)}
					/>
				</label>
				<label class="choice">
					<input
						type="checkbox"
						checked={taken}
						onChange={({ currentTarget }) => setTaken(currentTarget.checked)}
					/>
					The card arrives anyway
				</label>
				<div class="buttons">
					<button type="button" class="button" onClick={onClose}>
						Cancel
					</button>
					<button type="submit" class="button primary">
						Fail
					</button>
				</div>
			</form>
		</Dialog>
	);
}

interface ClearProps {
	onClose: () => void;
	onClear: () => void;
}

/** Asks before the inbox is cleared. */
export function ClearDialog({ onClose, onClear }: ClearProps) {
	return (
		<Dialog title="Clear the inbox?" onClose={onClose}>
			<p>This deletes all cards and all refused requests.</p>
			<div class="buttons">
				<button type="button" class="button" onClick={onClose}>
					Cancel
				</button>
				<button type="button" class="button danger" onClick={onClear}>
					Clear
				</button>
			</div>
		</Dialog>
	);
}
