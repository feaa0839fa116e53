import type { GenericValue, IDataObject } from 'n8n-workflow';

/** The JSON of an item whose card was sent. */
export interface SentJson {
	provider: string;
	status: 'sent';
	recipient: string;
	/** The first of `messageIds`; null if the provider returns none. */
	messageId: string | null;
	messageIds: string[];
	/** Ids of the texts before and after the card, if any were sent. */
	textMessageIds?: string[];
	chatId: string | null;
	warnings: IDataObject[];
	contacts: IDataObject[];
	/** The provider's own answers, one per message, with Output on Raw. */
	responses?: GenericValue[];
}

/** The JSON of an item whose card was shown and not sent. */
export interface PreviewJson {
	provider: string;
	recipient: string;
	/** `{ method, url, headers, body }`, one per message. */
	requests: IDataObject[];
	warnings: IDataObject[];
	contacts: IDataObject[];
}
