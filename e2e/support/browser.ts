import { chromium, type Browser } from 'playwright-core';

/** The Chromium of Debian. */
const CHROMIUM = '/usr/bin/chromium';

/** Lets it run as root in a container and without a graphics card, and keeps it from using the network by itself. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a headless browser. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
