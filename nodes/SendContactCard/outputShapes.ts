import type { GenericValue, IDataObject } from 'n8n-workflow';

import type { PreviewedRequest } from './previewRequest';

// Types, not interfaces: an interface is no IDataObject.

/** The JSON of an item whose card was sent. */
export type SentJson = {
	provider: string;
	status: 'sent';
	recipient: string;
	/** The first of them; null where the provider gives none. */
	messageId: string | null;
	messageIds: string[];
	chatId: string | null;
	warnings: IDataObject[];
	contacts: IDataObject[];
	/** The provider's own answers, one per message, with Output on Raw. */
	responses?: GenericValue[];
};

/** The JSON of an item whose card was shown and not sent. */
export type PreviewJson = {
	provider: string;
	recipient: string;
	requests: PreviewedRequest[];
	warnings: IDataObject[];
	contacts: IDataObject[];
};
