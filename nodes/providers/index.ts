import { chatvolt } from './chatvolt/chatvolt';
import { chert } from './chert/chert';
import { custom } from './custom/custom';
import { evolution } from './evolution/evolution';
import { gowa } from './gowa/gowa';
import { infobip } from './infobip/infobip';
import { openWa } from './openWa/openWa';
import type { Provider } from './provider';
import { ryzeapi } from './ryzeapi/ryzeapi';
import { telegram } from './telegram/telegram';
import { uazapi } from './uazapi/uazapi';
import { waha } from './waha/waha';
import { wawp } from './wawp/wawp';
import { whatsAppCloud } from './whatsAppCloud/whatsAppCloud';
import { zapperApi } from './zapperApi/zapperApi';
import { wuzapi } from './wuzapi/wuzapi';
import { wwebjsApi } from './wwebjsApi/wwebjsApi';
import { zApi } from './zApi/zApi';

/** Every provider, by display name. */
export const providers: readonly Provider[] = [
	chatvolt,
	chert,
	custom,
	evolution,
	gowa,
	infobip,
	openWa,
	ryzeapi,
	telegram,
	uazapi,
	waha,
	wawp,
	whatsAppCloud,
	zapperApi,
	wuzapi,
	wwebjsApi,
	zApi,
];
