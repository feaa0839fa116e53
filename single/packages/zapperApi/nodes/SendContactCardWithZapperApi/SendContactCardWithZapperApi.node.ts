// Made by npm run docs

import { zapperApi } from '../../../../../nodes/providers/zapperApi/zapperApi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with ZapperAPI alone. */
export class SendContactCardWithZapperApi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithZapperApi';
		this.description = describedForOne(this.description, zapperApi, name);
	}
}
