// Made by npm run docs

import { ContactCardChertApi } from '../../../../credentials/ContactCardChertApi.credentials';

/** The credential of Chert in the package that has only it. */
export class ContactCardWithChertApi extends ContactCardChertApi {
	override name = 'contactCardWithChertApi';

	override displayName = 'Contact Card with Chert API';
}
