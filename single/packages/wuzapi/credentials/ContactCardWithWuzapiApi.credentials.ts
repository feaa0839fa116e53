// Made by npm run docs

import { ContactCardWuzapiApi } from '../../../../credentials/ContactCardWuzapiApi.credentials';

/** The credential of WuzAPI in the package that has only it. */
export class ContactCardWithWuzapiApi extends ContactCardWuzapiApi {
	override name = 'contactCardWithWuzapiApi';

	override displayName = 'Contact Card with WuzAPI API';
}
