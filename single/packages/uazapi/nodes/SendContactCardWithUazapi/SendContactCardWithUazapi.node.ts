// Made by npm run docs

import { uazapi } from '../../../../../nodes/providers/uazapi/uazapi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with uazapiGO alone. */
export class SendContactCardWithUazapi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithUazapi';
		this.description = describedForOne(this.description, uazapi, name);
	}
}
