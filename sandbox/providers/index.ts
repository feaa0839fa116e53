import type { ProviderFactory } from '../provider';
import { createChatvolt } from './chatvolt';
import { createChert } from './chert';
import { createEvolution } from './evolution';
import { createGowa } from './gowa';
import { createRyzeapi } from './ryzeapi';
import { createTelegram } from './telegram';
import { createWaha } from './waha';
import { createWawp } from './wawp';
import { createWhatsAppCloud } from './whatsappcloud';

/** Every provider that the sandbox plays: adding one is its file and its line here. */
export const providerFactories: readonly ProviderFactory[] = [
	createChatvolt,
	createChert,
	createEvolution,
	createGowa,
	createRyzeapi,
	createTelegram,
	createWaha,
	createWawp,
	createWhatsAppCloud,
];
