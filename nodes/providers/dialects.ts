/** The registry of dialects. Separate from the providers, so that converting contacts does not load them. */

import type { Dialect } from '../contact/read/dialect';
import { flatDialect } from '../contact/read/flatDialect';
import { metaDialect } from '../contact/read/metaDialect';
import { vcardDialect } from '../contact/read/vcardDialect';
import { chertDialect } from './chert/dialect';
import { evolutionDialect } from './evolution/dialect';
import { gowaDialect } from './gowa/dialect';
import { greenApiDialect } from './greenApi/dialect';
import { infobipDialect } from './infobip/dialect';
import { openWaDialect } from './openWa/dialect';
import { ryzeapiDialect } from './ryzeapi/dialect';
import { telegramDialect } from './telegram/dialect';
import { uazapiDialect } from './uazapi/dialect';
import { wawpDialect } from './wawp/dialect';
import { whapiDialect } from './whapi/dialect';
import { wwebjsApiDialect } from './wwebjsApi/dialect';
import { zApiDialect, zApiListDialect } from './zApi/dialect';
import { zapperApiDialect } from './zapperApi/dialect';

/** Every spelling of a contact that is read; the first that recognizes an object reads it. */
export const dialects: readonly Dialect[] = [
	flatDialect,
	chertDialect,
	// Before Evolution API, which has the same keys with one number
	uazapiDialect,
	evolutionDialect,
	gowaDialect,
	infobipDialect,
	openWaDialect,
	greenApiDialect,
	ryzeapiDialect,
	telegramDialect,
	wawpDialect,
	whapiDialect,
	wwebjsApiDialect,
	zapperApiDialect,
	zApiDialect,
	zApiListDialect,
	vcardDialect,
	metaDialect,
];
