import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of this project: that of package.json. */
export const ROOT = path.resolve(__dirname, '..');

/** @throws Error if the package is not built */
export function requireBuild(): void {
	if (existsSync(path.join(ROOT, 'dist'))) return;
	throw new Error('The package is not built yet: run "npm run build" first');
}
