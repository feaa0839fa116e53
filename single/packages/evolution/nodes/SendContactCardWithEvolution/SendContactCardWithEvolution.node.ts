// Made by npm run docs

import { evolution } from '../../../../../nodes/providers/evolution/evolution';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Evolution API alone. */
export class SendContactCardWithEvolution extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithEvolution';
		this.description = describedForOne(this.description, evolution, name);
	}
}
