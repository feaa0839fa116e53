import { chatvolt } from './chatvolt/chatvolt';
import { chert } from './chert/chert';
import { custom } from './custom/custom';
import { evolution } from './evolution/evolution';
import { evolutionGo } from './evolutionGo/evolutionGo';
import { gowa } from './gowa/gowa';
import { greenApi } from './greenApi/greenApi';
import { infobip } from './infobip/infobip';
import { openWa } from './openWa/openWa';
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
import { zapperApi } from './zapperApi/zapperApi';

/** The registry of providers, sorted by display name. */
export const providers: readonly Provider[] = [
	chatvolt,
	chert,
	custom,
	evolution,
	evolutionGo,
	gowa,
	greenApi,
	infobip,
	openWa,
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
	zapperApi,
];

/** The provider that the node preselects: the one that most people know. */
export const defaultProvider: Provider = whatsAppCloud;
