import type { Dialect } from '../contact/read/dialect';
import { flatDialect } from '../contact/read/flatDialect';
import { metaDialect } from '../contact/read/metaDialect';
import { vcardDialect } from '../contact/read/vcardDialect';
import { chatvolt } from './chatvolt';
import { chert } from './chert';
import { evolution } from './evolution';
import { gowa } from './gowa';
import type { Provider } from './provider';
import { ryzeapi } from './ryzeapi';
import { telegram } from './telegram';
import { waha } from './waha';
import { wawp } from './wawp';
import { whatsAppCloud } from './whatsAppCloud';

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

/** Every spelling of a contact that is read; the first that recognises an object reads it. */
export const dialects: readonly Dialect[] = [
	flatDialect,
	...providers.flatMap(({ dialect }) => dialect ?? []),
	vcardDialect,
	metaDialect,
];
