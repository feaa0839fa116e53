import { providers } from '../../nodes/providers';
import { readTarget } from '../../nodes/providers/targetParameters';
import {
	DEFAULT_CONCURRENCY,
	DEFAULT_INTERVAL,
	DEFAULT_MAX_RETRIES,
	DEFAULT_MAX_RETRY_WAIT,
	DEFAULT_TIMEOUT,
} from '../../nodes/SendContactCard/options';
import { isProviderId, providerOf } from '../../sandbox/registry';
import { contactOf, MESSAGE_ID } from '../support/contacts';
import { readPage } from './markdown';

it('docs/delivery.md gives the defaults', () => {
	const text = readPage('docs/delivery.md').text.replace(/ +/g, ' ');
	for (const sentence of [
		`at most **Concurrency** (${DEFAULT_CONCURRENCY}) of them`,
		`| **Concurrency** | ${DEFAULT_CONCURRENCY} |`,
		`| **Interval** | ${DEFAULT_INTERVAL} ms |`,
		`**Max Retries** (${DEFAULT_MAX_RETRIES})`,
		`**Max Retry Wait** (${DEFAULT_MAX_RETRY_WAIT} seconds)`,
		`**Timeout** (${DEFAULT_TIMEOUT} ms)`,
	]) {
		expect(text).toContain(sentence);
	}
});

/** The seconds for which a provider remembers a card; undefined where it carries each request out. */
function idempotentFor(provider: (typeof providers)[number]): number | undefined {
	if (!isProviderId(provider.id)) throw new Error(`The sandbox does not play ${provider.id}`);
	const contact = contactOf({ name: 'Ana Lima', phones: ['+5512996130832'] });
	return provider.request(
		{ id: MESSAGE_ID, contacts: [contact] },
		readTarget(provider, providerOf(provider.id).parameters),
	).idempotentFor;
}

it('docs/delivery.md names the services that carry a request out once, and for how long', () => {
	const text = readPage('docs/delivery.md').text.replace(/\s+/g, ' ');
	const once = providers.filter((provider) => idempotentFor(provider) !== undefined);
	expect(text).toContain(
		`One service carries out a request only once, however often it receives it: ${once.map(({ displayName, id }) => `[${displayName}](providers/${id}.md)`).join(', ')}`,
	);
	for (const provider of once) {
		expect(text).toContain(`here ${String((idempotentFor(provider) ?? 0) / 3600)} hours`);
	}
});
