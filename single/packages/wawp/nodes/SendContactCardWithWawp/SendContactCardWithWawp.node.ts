// Made by npm run docs

import { wawp } from '../../../../../nodes/providers/wawp/wawp';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Wawp alone. */
export class SendContactCardWithWawp extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithWawp';
		this.description = describedForOne(this.description, wawp, name);
	}
}
