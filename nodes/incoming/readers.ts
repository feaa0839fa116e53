/** Every service whose messages are read: the registry of their readers. */

import { alphabetically } from '../contact/text';
import { chert } from './chert';
import { evolution } from './evolution';
import { evolutionGo } from './evolutionGo';
import { gowa } from './gowa';
import { greenApi } from './greenApi';
import { infobip } from './infobip';
import { openWa } from './openWa';
import { quepasa } from './quepasa';
import type { IncomingReader } from './reader';
import { ryzeapi } from './ryzeapi';
import { telegram } from './telegram';
import { uazapi } from './uazapi';
import { waha } from './waha';
import { wawp } from './wawp';
import { whapi } from './whapi';
import { whatsAppCloud } from './whatsAppCloud';
import { wuzapi } from './wuzapi';
import { wwebjsApi } from './wwebjsApi';
import { zApi } from './zApi';
import { zapperApi } from './zapperApi';

/**
 * Every service whose messages are read; the first that recognizes a body reads it. Services whose envelope is
 * another's with additions come before it: Wawp before WAHA, Evolution Go before Evolution.
 */
export const incomingReaders: readonly IncomingReader[] = [
	chert,
	evolutionGo,
	evolution,
	gowa,
	greenApi,
	infobip,
	openWa,
	quepasa,
	ryzeapi,
	telegram,
	uazapi,
	wawp,
	waha,
	whapi,
	whatsAppCloud,
	wuzapi,
	wwebjsApi,
	zApi,
	zapperApi,
];

/** The services in messages to people, in alphabetical order. */
export const incomingServices: readonly string[] = incomingReaders
	.map(({ displayName }) => displayName)
	.sort(alphabetically);
