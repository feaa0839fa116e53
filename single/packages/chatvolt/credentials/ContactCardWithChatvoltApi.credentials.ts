// Made by npm run docs

import { ContactCardChatvoltApi } from '../../../../credentials/ContactCardChatvoltApi.credentials';

/** The credential of Chatvolt in the package that has only it. */
export class ContactCardWithChatvoltApi extends ContactCardChatvoltApi {
	override name = 'contactCardWithChatvoltApi';

	override displayName = 'Contact Card with Chatvolt API';
}
