/** The requests that were refused. */
import { useEffect, useRef } from 'preact/hooks';

import type { InboxProvider, InboxRefusal, InboxState } from '../model';
import { Icon } from './Icon';
import { Plain, Source } from './Plain';
import { ProviderBadge } from './ProviderBadge';
import { HOME, hashOf } from './route';
import { timeOf } from './words';

interface Props {
	refusals: readonly InboxRefusal[];
	providers: readonly InboxProvider[];
	faultKinds: InboxState['faultKinds'];
	onSeen: () => void;
}

/** The requests that a provider refused or a fault struck, the latest first. */
export function Refusals({ refusals, providers, faultKinds, onSeen }: Props) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(onSeen, [refusals.length]);
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<section class="pane" aria-labelledby="refused-title">
			<header class="conversation-head">
				<a class="icon-button back" href={hashOf(HOME)} aria-label="Back to the chats">
					<Icon name="back" />
				</a>
				<div class="conversation-title">
					<h2 id="refused-title" tabindex={-1} ref={heading}>
						Refused requests
					</h2>
					<p>What a provider refused, or answered wrongly, and why</p>
				</div>
			</header>
			<div class="pane-body">
				{refusals.length === 0 && <p class="list-empty">Nothing was refused.</p>}
				<ol class="refusals">
					{refusals.toReversed().map((refusal) => (
						<li key={refusal.id}>
							<details class="refusal">
								<summary>
									<span class="status" data-class={statusClass(refusal.status)}>
										{refusal.status === 0 ? 'cut' : refusal.status}
									</span>
									<span class="refusal-text">
										<strong>
											<Plain text={inWords(refusal.reason, faultKinds)} />
										</strong>
										<small>
											{refusal.method} <Plain text={refusal.url} />
											{refusal.recipient !== '' && (
												<>
													{' to '}
													<Plain text={refusal.recipient} />
												</>
											)}
										</small>
									</span>
									<ProviderBadge
										id={refusal.provider}
										provider={providers.find(({ id }) => id === refusal.provider)}
									/>
									<time dateTime={refusal.at}>{timeOf(refusal.at)}</time>
								</summary>
								<h3>Request</h3>
								<Source label="Request" text={refusal.request} />
								<h3>Answer</h3>
								{refusal.answer === '' ? (
									<p class="remark">No body.</p>
								) : (
									<Source label="Answer" text={refusal.answer} />
								)}
							</details>
						</li>
					))}
				</ol>
			</div>
		</section>
	);
}

/** Why a request failed; a fault has the label that people choose: `429 Too many requests, with Retry-After`. */
function inWords(reason: string, faultKinds: InboxState['faultKinds']): string {
	if (reason === '') return 'Refused';
	return reason.replace(/\bfault ([\w-]+)/, (whole, kind: string) => {
		const fault = faultKinds.find((known) => known.kind === kind);
		return fault === undefined ? whole : `as asked: ${fault.label}`;
	});
}

function statusClass(status: number): string {
	if (status >= 500 || status === 0) return 'unclear';
	return status >= 300 ? 'refused' : 'odd';
}
