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
import { uazapi } from './uazapi/uazapi';
import { waha } from './waha/waha';
import { wawp } from './wawp/wawp';
import { whapi } from './whapi/whapi';
import { whatsAppCloud } from './whatsAppCloud/whatsAppCloud';
import { wuzapi } from './wuzapi/wuzapi';
import { wwebjsApi } from './wwebjsApi/wwebjsApi';
import { zApi } from './zApi/zApi';

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
	uazapi,
	waha,
	wawp,
	whapi,
	whatsAppCloud,
	wuzapi,
	wwebjsApi,
	zApi,
];
