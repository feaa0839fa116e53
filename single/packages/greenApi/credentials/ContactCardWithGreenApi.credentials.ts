// Made by npm run docs

import { ContactCardGreenApi } from '../../../../credentials/ContactCardGreenApi.credentials';

/** The credential of GREEN-API in the package that has only it. */
export class ContactCardWithGreenApi extends ContactCardGreenApi {
	override name = 'contactCardWithGreenApi';

	override displayName = 'Contact Card with GREEN-API API';
}
