import { isObject } from '../object';
import type { Path } from '../read/dialect';
import { isBase64 } from '../vcard/base64';
import { formatOf } from '../vcard/pictureFormat';
import { gatherEntries } from './entries';
import type { Gathering } from './gathering';
import { keyWords, plainWords } from './keys';
import { meaningOf } from './meaning';
import { isNothing, isWebAddress, isYesOrNo } from './values';

/** A web address of the contact; next to a record's id it is the record's. */
export function gatherUrl(
	field: 'website' | 'url',
	value: unknown,
	path: Path,
	g: Gathering,
): void {
	// Next to an id it is the address of the record
	if (field === 'url' && g.hasId && typeof value === 'string') return;
	const isRecord = /^uri$/i.test(String(path.at(-1)));
	if (typeof value === 'string' && (isRecord || /^https?:\/\/api\./i.test(value))) return;
	if (typeof value === 'string' && field === 'url' && value.startsWith('/')) return;
	gatherEntries(value, path, { kind: 'url' }, g);
}

/** Characters of base64; no picture has fewer, while a word of letters is base64, too. */
const SHORTEST_PICTURE = 64;

const SOCIAL_NAMES: Readonly<Record<string, string>> = {
	linkedin: 'LinkedIn',
	github: 'GitHub',
	youtube: 'YouTube',
	tiktok: 'TikTok',
};

/** The name of the network in a key: `LinkedIn` for `linkedin_url`. */
export function socialName(path: Path): string {
	const letters = plainWords(String(path.at(-1) ?? '')).join('');
	const known = Object.entries(SOCIAL_NAMES).find(([name]) => letters.includes(name))?.[1];
	const word = letters.replace(/url|profile/g, '');
	return known ?? word.charAt(0).toUpperCase() + word.slice(1);
}

/** The largest picture that is a web address or a data URI. */
export function gatherPhoto(value: unknown, path: Path, g: Gathering): void {
	if (Array.isArray(value)) {
		value.forEach((one: unknown, index) => {
			gatherPhoto(one, [...path, index], g);
		});
		return;
	}
	if (isObject(value)) {
		// Google's generated letter picture, if the contact has none
		if (value['default'] === true) return;
		// Zendesk's url is that of the record
		const { content_url: own } = value;
		const parts = own === undefined ? value : { content_url: own };
		for (const [key, one] of Object.entries(parts)) gatherPhoto(one, [...path, key], g);
		return;
	}
	if (typeof value !== 'string' || isNothing(value)) return;
	const text = pictureIn(value);
	if (text === undefined) {
		notePicture(value, path, g);
		return;
	}
	const size = Math.max(0, ...keyWords(String(path.at(-1) ?? '')).numbers);
	if (g.photo === undefined || size > g.photo.size) g.photo = { text, path, size };
}

/** A web address or a data URI as typed, that of a sheet's `=IMAGE("…")`, or the bytes in base64 as a data URI. */
function pictureIn(value: string): string | undefined {
	const text = /^=\s*IMAGE\(\s*"([^"]+)"/i.exec(value.trim())?.[1] ?? value.trim();
	if (isWebAddress(text)) return text;
	if (/^\/\/[^/\s]+\.[^/\s]+\/\S+$/.test(text)) return `https:${text}`;
	if (text.length < SHORTEST_PICTURE || !isBase64(text)) return undefined;
	const format = formatOf(text);
	return format === undefined ? undefined : `data:image/${format};base64,${text}`;
}

/** Says that a picture cannot be read, unless it is a detail of one, such as its file's name. */
function notePicture(value: string, path: Path, g: Gathering): void {
	const key = path.findLast((step) => typeof step === 'string');
	const meaning = meaningOf(String(key));
	const isPhoto = meaning.kind === 'field' && meaning.field === 'photo';
	if (!isPhoto || isYesOrNo(value)) return;
	g.answers.push({ field: 'photo', path, value, why: 'is not the web address of a picture' });
}
