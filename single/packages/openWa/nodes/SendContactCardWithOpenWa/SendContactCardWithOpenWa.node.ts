// Made by npm run docs

import { openWa } from '../../../../../nodes/providers/openWa/openWa';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with OpenWA alone. */
export class SendContactCardWithOpenWa extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithOpenWa';
		this.description = describedForOne(this.description, openWa, name);
	}
}
