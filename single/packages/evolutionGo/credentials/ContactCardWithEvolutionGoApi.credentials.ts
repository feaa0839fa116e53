// Made by npm run docs

import { ContactCardEvolutionGoApi } from '../../../../credentials/ContactCardEvolutionGoApi.credentials';

/** The credential of Evolution Go in the package that has only it. */
export class ContactCardWithEvolutionGoApi extends ContactCardEvolutionGoApi {
	override name = 'contactCardWithEvolutionGoApi';

	override displayName = 'Contact Card with Evolution Go API';
}
