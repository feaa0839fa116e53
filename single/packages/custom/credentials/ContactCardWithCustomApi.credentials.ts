// Made by npm run docs

import { ContactCardCustomApi } from '../../../../credentials/ContactCardCustomApi.credentials';

/** The credential of Custom HTTP in the package that has only it. */
export class ContactCardWithCustomApi extends ContactCardCustomApi {
	override name = 'contactCardWithCustomApi';

	override displayName = 'Contact Card with Custom HTTP API';
}
