// Made by npm run docs

import { ContactCardQuepasaApi } from '../../../../credentials/ContactCardQuepasaApi.credentials';

/** The credential of Quepasa in the package that has only it. */
export class ContactCardWithQuepasaApi extends ContactCardQuepasaApi {
	override name = 'contactCardWithQuepasaApi';

	override displayName = 'Contact Card with Quepasa API';
}
