// Made by npm run docs

import { ContactCardWwebjsApi } from '../../../../credentials/ContactCardWwebjsApi.credentials';

/** The credential of WWebJS API in the package that has only it. */
export class ContactCardWithWwebjsApi extends ContactCardWwebjsApi {
	override name = 'contactCardWithWwebjsApi';

	override displayName = 'Contact Card with WWebJS API';
}
