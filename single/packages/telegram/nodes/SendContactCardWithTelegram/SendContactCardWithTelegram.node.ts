// Made by npm run docs

import { telegram } from '../../../../../nodes/providers/telegram/telegram';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Telegram alone. */
export class SendContactCardWithTelegram extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithTelegram';
		this.description = describedForOne(this.description, telegram, name);
	}
}
