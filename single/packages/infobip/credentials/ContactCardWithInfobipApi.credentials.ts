// Made by npm run docs

import { ContactCardInfobipApi } from '../../../../credentials/ContactCardInfobipApi.credentials';

/** The credential of Infobip in the package that has only it. */
export class ContactCardWithInfobipApi extends ContactCardInfobipApi {
	override name = 'contactCardWithInfobipApi';

	override displayName = 'Contact Card with Infobip API';
}
