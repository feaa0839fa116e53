// Made by npm run docs

import { ContactCardWawpApi } from '../../../../credentials/ContactCardWawpApi.credentials';

/** The credential of Wawp in the package that has only it. */
export class ContactCardWithWawpApi extends ContactCardWawpApi {
	override name = 'contactCardWithWawpApi';

	override displayName = 'Contact Card with Wawp API';
}
