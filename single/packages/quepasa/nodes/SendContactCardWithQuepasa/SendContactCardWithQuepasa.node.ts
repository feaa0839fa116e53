// Made by npm run docs

import { quepasa } from '../../../../../nodes/providers/quepasa/quepasa';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Quepasa alone. */
export class SendContactCardWithQuepasa extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithQuepasa';
		this.description = describedForOne(this.description, quepasa, name);
	}
}
