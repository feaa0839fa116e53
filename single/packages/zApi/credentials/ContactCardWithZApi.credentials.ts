// Made by npm run docs

import { ContactCardZApi } from '../../../../credentials/ContactCardZApi.credentials';

/** The credential of Z-API in the package that has only it. */
export class ContactCardWithZApi extends ContactCardZApi {
	override name = 'contactCardWithZApi';

	override displayName = 'Contact Card with Z-API API';
}
