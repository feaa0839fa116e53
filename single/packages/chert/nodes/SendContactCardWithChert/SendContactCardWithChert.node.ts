// Made by npm run docs

import { chert } from '../../../../../nodes/providers/chert/chert';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Chert alone. */
export class SendContactCardWithChert extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithChert';
		this.description = describedForOne(this.description, chert, name);
	}
}
