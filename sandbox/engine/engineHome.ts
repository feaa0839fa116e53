/** Gives n8n's engine its own home folder for its settings. Import this before the engine. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * By default, n8n keeps its settings in the person's home folder, creates an encryption key there and says so on stdout. So
 * the embedded engine gets a folder among the installed packages.
 */
const HOME = path.resolve(__dirname, '../../node_modules/.cache/contact-card-engine');
const ENCRYPTION_KEY = 'nothing-is-encrypted-here';

const settings = path.join(HOME, '.n8n', 'config');
if (!existsSync(settings)) {
	// Written to another file and then moved, so that no other process reads half of it
	const aside = `${settings}-${process.pid}`;
	mkdirSync(path.dirname(settings), { recursive: true });
	writeFileSync(aside, JSON.stringify({ encryptionKey: ENCRYPTION_KEY }), { mode: 0o600 });
	renameSync(aside, settings);
}
process.env['N8N_USER_FOLDER'] = HOME;
process.env['N8N_ENCRYPTION_KEY'] = ENCRYPTION_KEY;

// Hides deprecation warnings about n8n's own dependencies
process.noDeprecation = true;
