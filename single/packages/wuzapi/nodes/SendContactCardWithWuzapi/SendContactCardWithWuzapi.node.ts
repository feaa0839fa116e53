// Made by npm run docs

import { wuzapi } from '../../../../../nodes/providers/wuzapi/wuzapi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with WuzAPI alone. */
export class SendContactCardWithWuzapi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithWuzapi';
		this.description = describedForOne(this.description, wuzapi, name);
	}
}
