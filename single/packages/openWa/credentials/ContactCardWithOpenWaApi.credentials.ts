// Made by npm run docs

import { ContactCardOpenWaApi } from '../../../../credentials/ContactCardOpenWaApi.credentials';

/** The credential of OpenWA in the package that has only it. */
export class ContactCardWithOpenWaApi extends ContactCardOpenWaApi {
	override name = 'contactCardWithOpenWaApi';

	override displayName = 'Contact Card with OpenWA API';
}
