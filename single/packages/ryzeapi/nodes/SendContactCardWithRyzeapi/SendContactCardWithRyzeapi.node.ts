// Made by npm run docs

import { ryzeapi } from '../../../../../nodes/providers/ryzeapi/ryzeapi';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with RyzeAPI alone. */
export class SendContactCardWithRyzeapi extends SendContactCard {
	constructor() {
		super();
		const name = 'sendContactCardWithRyzeapi';
		this.description = describedForOne(this.description, ryzeapi, name);
	}
}
