// Made by npm run docs

import { ContactCardZapperApi } from '../../../../credentials/ContactCardZapperApi.credentials';

/** The credential of ZapperAPI in the package that has only it. */
export class ContactCardWithZapperApi extends ContactCardZapperApi {
	override name = 'contactCardWithZapperApi';

	override displayName = 'Contact Card with ZapperAPI API';
}
