// Made by npm run docs

import { ContactCardWahaApi } from '../../../../credentials/ContactCardWahaApi.credentials';

/** The credential of WAHA in the package that has only it. */
export class ContactCardWithWahaApi extends ContactCardWahaApi {
	override name = 'contactCardWithWahaApi';

	override displayName = 'Contact Card with WAHA API';
}
