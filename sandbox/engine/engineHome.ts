/** A home folder for n8n's engine, which writes its settings there. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * n8n keeps its settings in the home folder of the person, makes an encryption key there and says so on stdout. The
 * embedded engine gets a folder of its own among the installed packages instead. Import this before the engine.
 */
const HOME = path.resolve(__dirname, '../../node_modules/.cache/contact-card-engine');
const ENCRYPTION_KEY = 'nothing-is-encrypted-here';

const settings = path.join(HOME, '.n8n', 'config');
if (!existsSync(settings)) {
	// Written aside and moved, so that no other process reads half of it
	const aside = `${settings}-${process.pid}`;
	mkdirSync(path.dirname(settings), { recursive: true });
	writeFileSync(aside, JSON.stringify({ encryptionKey: ENCRYPTION_KEY }), { mode: 0o600 });
	renameSync(aside, settings);
}
process.env['N8N_USER_FOLDER'] = HOME;
process.env['N8N_ENCRYPTION_KEY'] = ENCRYPTION_KEY;

// What n8n's own dependencies are told to replace is no news to whoever runs this
process.noDeprecation = true;
