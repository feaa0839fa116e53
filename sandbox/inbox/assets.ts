/** The inbox's page and its files. */
import path from 'node:path';
import { build } from 'esbuild';
import { text, type HttpAnswer } from '../toolkit/http';

const WEB = path.join(__dirname, 'web');

/** The path of the page's own files. */
export const ASSETS = '/_sandbox/inbox/';

/** The package's own icon, see icons/. */
const ICON =
	"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 60'><path d='M9 9h42a6 6 0 0 1 6 6v14.5a3 3 0 0 1-3 3H38a3 3 0 0 0-3 3V46a3 3 0 0 1-3 3H9a6 6 0 0 1-6-6V15a6 6 0 0 1 6-6z' fill='#0F766E'/><circle cx='18.5' cy='23.5' r='5.5' fill='#fff'/><path d='M9.5 41c0-6 3.5-9.5 9-9.5s9 3.5 9 9.5z' fill='#fff'/><path d='M35 18.5h14M35 25.5h14' stroke='#99F6E4' stroke-width='3.5' stroke-linecap='round'/><path d='M40.5 45H55M48.5 38l7 7-7 7' fill='none' stroke='#F59E0B' stroke-width='5' stroke-linecap='round' stroke-linejoin='round'/></svg>";

/** The page. Its script adds everything that it shows, as text. */
const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Contact card inbox</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<link rel="stylesheet" href="${ASSETS}inbox.css">
<script src="${ASSETS}inbox.js"></script>
</head>
<body>
<div id="inbox"></div>
<noscript><p>The inbox needs JavaScript. The cards are also at <a href="/_sandbox/deliveries">/_sandbox/deliveries</a>, as JSON.</p></noscript>
</body>
</html>
`;

/** Allows only the page's own files from this server and pictures inside the page; no frames, no forms. */
const POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	'img-src data:',
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');

let bundled: Promise<Map<string, string>> | undefined;

/** The page and its files, or null for any other address. They are built on the first request. */
export async function assetAnswer(address: string): Promise<HttpAnswer | null> {
	switch (address) {
		case '/':
			return text(200, DOCUMENT, 'text/html; charset=utf-8', { 'content-security-policy': POLICY });
		case `${ASSETS}inbox.js`:
			return text(200, await bundle('.js'), 'text/javascript; charset=utf-8');
		case `${ASSETS}inbox.css`:
			return text(200, await bundle('.css'), 'text/css; charset=utf-8');
		default:
			return null;
	}
}

async function bundle(extension: string): Promise<string> {
	bundled ??= buildWeb();
	const files = await bundled;
	return files.get(extension) ?? '';
}

/** One script and one style sheet, by extension. */
async function buildWeb(): Promise<Map<string, string>> {
	const { outputFiles } = await build({
		absWorkingDir: WEB,
		entryPoints: ['inbox.tsx'],
		outdir: WEB,
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		minify: true,
		legalComments: 'none',
		logLevel: 'warning',
	});
	return new Map(outputFiles.map((file) => [path.extname(file.path), file.text]));
}
