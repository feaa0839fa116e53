// Made by npm run docs

import { wwebjsApi } from '../../../../../nodes/providers/wwebjsApi/wwebjsApi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with WWebJS API alone. */
export class SendContactCardWithWwebjsApi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithWwebjsApi';
		this.description = describedForOne(this.description, wwebjsApi, name);
	}
}
