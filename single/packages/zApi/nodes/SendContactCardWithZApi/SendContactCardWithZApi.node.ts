// Made by npm run docs

import { zApi } from '../../../../../nodes/providers/zApi/zApi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with Z-API alone. */
export class SendContactCardWithZApi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithZApi';
		this.description = describedForOne(this.description, zApi, name);
	}
}
