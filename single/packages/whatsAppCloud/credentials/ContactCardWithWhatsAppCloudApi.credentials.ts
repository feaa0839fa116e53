// Made by npm run docs

import { ContactCardWhatsAppCloudApi } from '../../../../credentials/ContactCardWhatsAppCloudApi.credentials';

/** The credential of WhatsApp Cloud API in the package that has only it. */
export class ContactCardWithWhatsAppCloudApi extends ContactCardWhatsAppCloudApi {
	override name = 'contactCardWithWhatsAppCloudApi';

	override displayName = 'Contact Card with WhatsApp Cloud API';
}
