// Made by npm run docs

import { greenApi } from '../../../../../nodes/providers/greenApi/greenApi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with GREEN-API alone. */
export class SendContactCardWithGreenApi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithGreenApi';
		this.description = describedForOne(this.description, greenApi, name);
	}
}
