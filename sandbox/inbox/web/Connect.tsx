/** What to enter in n8n to use the sandbox. */
import type { InboxState } from '../model';
import { CopyButton } from './CopyButton';
import { Icon } from './Icon';
import { ProviderBadge } from './ProviderBadge';
import { HOME, hashOf } from './route';
import { testWorkflow } from './testWorkflow';

/** The provider of the test workflow: it needs only a recipient. */
const TESTED = 'gowa';

/** The values to enter in n8n so that its cards arrive here. */
export function Connect({ state }: { state: InboxState }) {
	const tested = state.providers.find(({ id }) => id === TESTED);
	return (
		<section class="pane" aria-labelledby="connect-title">
			<header class="conversation-head">
				<a class="icon-button back" href={hashOf(HOME)} aria-label="Back to the chats">
					<Icon name="back" />
				</a>
				<div class="conversation-title">
					<h2 id="connect-title">Connect n8n</h2>
					<p>These credentials work only in this sandbox</p>
				</div>
			</header>
			<div class="pane-body">
				<p class="lead">
					In n8n on this machine, create a credential with these values, choose it in a{' '}
					<strong>Send Contact Card</strong> node, and run the workflow. The card appears here, and
					nobody else gets it.
				</p>
				{tested !== undefined && (
					<p class="lead">
						<CopyButton what="a test workflow" text={testWorkflow(tested)}>
							Copy a test workflow
						</CopyButton>{' '}
						and paste it into n8n's editor: it sends one card through {tested.name}.
					</p>
				)}
				<ul class="accounts">
					{state.providers.map((provider) => (
						<li>
							<header>
								<ProviderBadge id={provider.id} provider={provider} />
								<h3>{provider.credential}</h3>
								<span>{provider.network}</span>
							</header>
							<dl class="facts">
								{provider.fields.map(({ label, value }) => (
									<>
										<dt>{label}</dt>
										<dd class="copied">
											<code>{value}</code>
											<CopyButton what={`${provider.name}: ${label}`} text={value} />
										</dd>
									</>
								))}
								<dt>Send to</dt>
								<dd>{provider.sendTo}</dd>
							</dl>
						</li>
					))}
				</ul>
			</div>
		</section>
	);
}
