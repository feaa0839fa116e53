// Made by npm run docs

import { evolutionGo } from '../../../../../nodes/providers/evolutionGo/evolutionGo';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Evolution Go alone. */
export class SendContactCardWithEvolutionGo extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithEvolutionGo';
		this.description = describedForOne(this.description, evolutionGo, name);
	}
}
