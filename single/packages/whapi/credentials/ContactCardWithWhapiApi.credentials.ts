// Made by npm run docs

import { ContactCardWhapiApi } from '../../../../credentials/ContactCardWhapiApi.credentials';

/** The credential of Whapi.Cloud in the package that has only it. */
export class ContactCardWithWhapiApi extends ContactCardWhapiApi {
	override name = 'contactCardWithWhapiApi';

	override displayName = 'Contact Card with Whapi.Cloud API';
}
