// Made by npm run docs

import { ContactCardEvolutionApi } from '../../../../credentials/ContactCardEvolutionApi.credentials';

/** The credential of Evolution API in the package that has only it. */
export class ContactCardWithEvolutionApi extends ContactCardEvolutionApi {
	override name = 'contactCardWithEvolutionApi';

	override displayName = 'Contact Card with Evolution API';
}
