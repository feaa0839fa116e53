import { installDebianPackages } from './debianPackages';
import { openHome } from './n8n';

/** Fetches and builds what the tests need, so that no test times out over it. */
export default async function setUp(): Promise<void> {
	await installDebianPackages();
	for (const release of ['current', 'oldest'] as const) {
		const home = await openHome(release);
		await home.remove();
	}
}
