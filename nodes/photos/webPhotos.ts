/** The option Embed Photos: pictures at web addresses go into the vCard. */

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Contact, FieldWarning } from '../contact/contact';
import { isWebPhoto, MAX_PHOTO_BYTES } from '../contact/vcard/photo';
import { runRecipientQueues } from '../delivery/recipientQueues';
import { loadPhoto, sizeInWords, type LoadedPhoto } from './loadPhoto';

/** Pictures that are loaded at the same time. */
const AT_ONCE = 5;
/** After this many unanswered pictures in a row, a host is no longer asked. */
const MAX_FAILURES = 3;
/** Bytes of all pictures of a run, which n8n keeps in memory together. */
const MAX_BYTES_PER_RUN = 20 * MAX_PHOTO_BYTES;
/** Characters of an address in a warning. */
const SHOWN = 100;

export interface WebPhotosSettings {
	/** Aborts when the workflow is stopped; nothing is loaded after that. */
	stop: AbortSignal;
	/** Bytes that a picture may have; at most {@link MAX_PHOTO_BYTES}. */
	most?: number;
	/** Hides secrets in an address that appears in a warning. */
	redact?: (text: string) => string;
}

interface WithPhoto {
	contact: Contact;
	warnings: FieldWarning[];
}

/** The pictures of a run, each address loaded once. A picture that cannot be loaded fails nothing. */
export class WebPhotos {
	private readonly loaded = new Map<string, LoadedPhoto>();
	/** Unanswered pictures in a row, by host. */
	private readonly unanswered = new Map<string, number>();
	private length = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly settings: WebPhotosSettings,
	) {}

	/** Loads the pictures of these contacts that are not loaded yet. */
	async load(contacts: readonly Contact[]): Promise<void> {
		const photos = contacts.map(({ photo }) => photo).filter(isWebPhoto);
		const addresses = [...new Set(photos)].filter((address) => !this.loaded.has(address));
		await runRecipientQueues(
			addresses,
			AT_ONCE,
			async (place) => {
				const address = addresses[place] ?? '';
				this.loaded.set(address, await this.loadOne(address));
			},
			() => !this.settings.stop.aborted,
		);
	}

	/** The contact with its picture, or with a warning if it could not be loaded. */
	embed<Given extends WithPhoto>(given: Given): Given {
		const { contact, warnings } = given;
		const loaded = isWebPhoto(contact.photo) ? this.loaded.get(contact.photo) : undefined;
		if (contact.photo === undefined || loaded === undefined) return given;
		if ('photo' in loaded) return { ...given, contact: { ...contact, photo: loaded.photo } };
		const message = `The photo at ${this.shown(contact.photo)} could not be loaded (${loaded.why}): the card has its web address, which phones do not show`;
		return { ...given, warnings: [...warnings, { field: 'photo', message }] };
	}

	private async loadOne(address: string): Promise<LoadedPhoto> {
		const { stop, most = MAX_PHOTO_BYTES } = this.settings;
		const host = URL.canParse(address) ? new URL(address).host : '';
		if (this.unansweredBy(host) >= MAX_FAILURES) {
			return { why: `its server already failed to answer ${String(MAX_FAILURES)} times` };
		}
		if (this.length >= MAX_BYTES_PER_RUN) {
			const size = sizeInWords(MAX_BYTES_PER_RUN);
			return { why: `the photos of this run already total ${size}; send fewer items at a time` };
		}
		const loaded = await loadPhoto(this.context, address, Math.min(most, MAX_PHOTO_BYTES), stop);
		if ('photo' in loaded) this.length += (loaded.photo.length * 3) / 4;
		const isNoAnswer = 'why' in loaded && loaded.isNoAnswer === true;
		this.unanswered.set(host, isNoAnswer ? this.unansweredBy(host) + 1 : 0);
		return loaded;
	}

	private unansweredBy(host: string): number {
		return this.unanswered.get(host) ?? 0;
	}

	/** An address without its possibly secret parts: user, password and query. */
	private shown(address: string): string {
		const { redact = (text: string) => text } = this.settings;
		if (!URL.canParse(address)) return redact(address.slice(0, SHOWN));
		const { origin, pathname } = new URL(address);
		const text = redact(`${origin}${pathname}`);
		return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
	}
}
