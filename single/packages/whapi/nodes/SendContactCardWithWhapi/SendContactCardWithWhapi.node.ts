// Made by npm run docs

import { whapi } from '../../../../../nodes/providers/whapi/whapi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Whapi.Cloud alone. */
export class SendContactCardWithWhapi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithWhapi';
		this.description = describedForOne(this.description, whapi, name);
	}
}
