// Made by npm run docs

import { ContactCardGowaApi } from '../../../../credentials/ContactCardGowaApi.credentials';

/** The credential of GOWA in the package that has only it. */
export class ContactCardWithGowaApi extends ContactCardGowaApi {
	override name = 'contactCardWithGowaApi';

	override displayName = 'Contact Card with GOWA API';
}
