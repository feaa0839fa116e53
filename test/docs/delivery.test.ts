import {
	DEFAULT_CONCURRENCY,
	DEFAULT_INTERVAL,
	DEFAULT_MAX_RETRIES,
	DEFAULT_MAX_RETRY_WAIT,
	DEFAULT_TIMEOUT,
} from '../../nodes/SendContactCard/options';
import { readPage } from './markdown';

it('docs/delivery.md tells what holds where nothing is set', () => {
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
