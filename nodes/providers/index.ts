import { chatvolt } from './chatvolt/chatvolt';
import { chert } from './chert/chert';
import { evolution } from './evolution/evolution';
import { evolutionGo } from './evolutionGo/evolutionGo';
import { gowa } from './gowa/gowa';
import { greenApi } from './greenApi/greenApi';
import type { Provider } from './provider';
import { quepasa } from './quepasa/quepasa';
import { ryzeapi } from './ryzeapi/ryzeapi';
import { telegram } from './telegram/telegram';
import { waha } from './waha/waha';
import { wawp } from './wawp/wawp';
import { whapi } from './whapi/whapi';
import { whatsAppCloud } from './whatsAppCloud/whatsAppCloud';

/** Every provider, by display name. */
export const providers: readonly Provider[] = [
	chatvolt,
	chert,
	evolution,
	evolutionGo,
	gowa,
	greenApi,
	quepasa,
	ryzeapi,
	telegram,
	waha,
	wawp,
	whapi,
	whatsAppCloud,
];
