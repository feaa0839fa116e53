// Made by npm run docs

import { chatvolt } from '../../../../../nodes/providers/chatvolt/chatvolt';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Chatvolt alone. */
export class SendContactCardWithChatvolt extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithChatvolt';
		this.description = describedForOne(this.description, chatvolt, name);
	}
}
