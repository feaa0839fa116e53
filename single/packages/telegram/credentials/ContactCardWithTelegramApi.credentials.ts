// Made by npm run docs

import { ContactCardTelegramApi } from '../../../../credentials/ContactCardTelegramApi.credentials';

/** The credential of Telegram in the package that has only it. */
export class ContactCardWithTelegramApi extends ContactCardTelegramApi {
	override name = 'contactCardWithTelegramApi';

	override displayName = 'Contact Card with Telegram API';
}
