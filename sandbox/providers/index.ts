/** Every provider that the sandbox plays: adding one is its folder and its line here. The export's name is its id. */
export { chatvolt } from './chatvolt';
export { chert } from './chert';
export { custom } from './custom';
export { evolution } from './evolution';
export { gowa } from './gowa';
export { infobip } from './infobip';
export { openWa } from './openWa';
export { ryzeapi } from './ryzeapi';
export { telegram } from './telegram';
export { uazapi } from './uazapi';
export { waha } from './waha';
export { wawp } from './wawp';
export { whatsAppCloud } from './whatsAppCloud';
export { zapperApi } from './zapperApi';
export { wuzapi } from './wuzapi';
export { wwebjsApi } from './wwebjsApi';
export { zApi } from './zApi';
