// Made by npm run docs

import { ContactCardUazapiApi } from '../../../../credentials/ContactCardUazapiApi.credentials';

/** The credential of uazapiGO in the package that has only it. */
export class ContactCardWithUazapiApi extends ContactCardUazapiApi {
	override name = 'contactCardWithUazapiApi';

	override displayName = 'Contact Card with uazapiGO API';
}
