// Made by npm run docs

import { whatsAppCloud } from '../../../../../nodes/providers/whatsAppCloud/whatsAppCloud';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with WhatsApp Cloud API alone. */
export class SendContactCardWithWhatsAppCloud extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithWhatsAppCloud';
		this.description = describedForOne(this.description, whatsAppCloud, name);
	}
}
