// Made by npm run docs

import { infobip } from '../../../../../nodes/providers/infobip/infobip';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Infobip alone. */
export class SendContactCardWithInfobip extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithInfobip';
		this.description = describedForOne(this.description, infobip, name);
	}
}
