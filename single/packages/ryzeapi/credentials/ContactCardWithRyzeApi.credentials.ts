// Made by npm run docs

import { ContactCardRyzeApi } from '../../../../credentials/ContactCardRyzeApi.credentials';

/** The credential of RyzeAPI in the package that has only it. */
export class ContactCardWithRyzeApi extends ContactCardRyzeApi {
	override name = 'contactCardWithRyzeApi';

	override displayName = 'Contact Card with RyzeAPI API';
}
