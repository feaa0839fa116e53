import { chatvolt } from './chatvolt/chatvolt';
import { chert } from './chert/chert';
import { evolution } from './evolution/evolution';
import { gowa } from './gowa/gowa';
import type { Provider } from './provider';
import { ryzeapi } from './ryzeapi/ryzeapi';
import { telegram } from './telegram/telegram';
import { waha } from './waha/waha';
import { wawp } from './wawp/wawp';
import { whatsAppCloud } from './whatsAppCloud/whatsAppCloud';

/** Every provider, by display name. */
export const providers: readonly Provider[] = [
	chatvolt,
	chert,
	evolution,
	gowa,
	ryzeapi,
	telegram,
	waha,
	wawp,
	whatsAppCloud,
];
