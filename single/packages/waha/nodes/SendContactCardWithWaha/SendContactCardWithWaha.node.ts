// Made by npm run docs

import { waha } from '../../../../../nodes/providers/waha/waha';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with WAHA alone. */
export class SendContactCardWithWaha extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithWaha';
		this.description = describedForOne(this.description, waha, name);
	}
}
