// Made by npm run docs

import { custom } from '../../../../../nodes/providers/custom/custom';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Custom HTTP alone. */
export class SendContactCardWithCustom extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithCustom';
		this.description = describedForOne(this.description, custom, name);
	}
}
