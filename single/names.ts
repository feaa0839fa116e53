import type { Provider } from '../nodes/providers/provider';
import whole from '../package.json';

/** The names in a package with one provider; they differ from the whole package's, so that both can be installed. */
export interface SingleNames {
	/** On npm, where names are lower case: `n8n-nodes-contact-card-whatsappcloud`. */
	packageName: string;
	/** Class and file of its node: `SendContactCardWithWhatsAppCloud`. */
	nodeClass: string;
	/** The node's name in n8n: `sendContactCardWithWhatsAppCloud`. */
	nodeName: string;
	nodeDisplayName: string;
	/** Class and file of the credential that it extends: `ContactCardWhatsAppCloudApi`. */
	wholeCredentialClass: string;
	/** Class and file of its credential: `ContactCardWithWhatsAppCloudApi`. */
	credentialClass: string;
	/** The credential's type in n8n: `contactCardWithWhatsAppCloudApi`. */
	credentialName: string;
	credentialDisplayName: string;
}

export function singleNames({ id, displayName, credential }: Provider): SingleNames {
	const nodeName = `sendContactCardWith${capitalized(id)}`;
	const credentialName = credential.name.replace(/^contactCard/, 'contactCardWith');
	return {
		packageName: `${whole.name}-${id.toLowerCase()}`,
		nodeClass: capitalized(nodeName),
		nodeName,
		nodeDisplayName: `Send Contact Card with ${displayName}`,
		wholeCredentialClass: capitalized(credential.name),
		credentialClass: capitalized(credentialName),
		credentialName,
		credentialDisplayName: credential.displayName.replace(/^Contact Card /, 'Contact Card with '),
	};
}

function capitalized(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
