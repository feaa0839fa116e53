// Made by npm run docs

import { gowa } from '../../../../../nodes/providers/gowa/gowa';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with GOWA alone. */
export class SendContactCardWithGowa extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithGowa';
		this.description = describedForOne(this.description, gowa, name);
	}
}
