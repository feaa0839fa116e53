import type { ProviderResponse } from '../providers/provider';

/** As much of a body as is looked at for words. */
const MAX_BODY = 20_000;
const MAX_WORDS = 1_000;

const ENTITIES: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&apos;': "'",
	'&nbsp;': ' ',
	'&amp;': '&',
};

/**
 * A provider's words as plain text on one line, at most 1,000 characters: tags, styles and scripts of HTML and
 * XML are taken out.
 */
export function plainWords(words: string): string {
	const cut = words.slice(0, MAX_BODY);
	const text = /^\s*<|<\/?[a-z!?][^<>]*>/i.test(cut) ? withoutTags(cut) : cut;
	return shorten(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_WORDS);
}

/** The text with at most so many characters, an ellipsis in the place of the rest. */
export function shorten(text: string, maxCharacters: number): string {
	const characters = [...text.toWellFormed()];
	if (characters.length <= maxCharacters) return text.toWellFormed();
	return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

/** What kind of answer a body is, in words: `an empty answer`, `a web page`. */
export function kindOfBody({ text, json }: ProviderResponse): string {
	if (text.trim() === '') return 'an empty answer';
	if (json !== undefined) return 'JSON without a receipt';
	if (/^\s*(<!doctype html|<html)/i.test(text)) return 'a web page';
	return 'an answer that is no JSON';
}

function withoutTags(markup: string): string {
	return markup
		.replace(/<(script|style|head)\b[^>]*>[^]*?<\/\1\s*>/gi, ' ')
		.replace(/<[^<>]*>/g, ' ')
		.replace(/&(?:lt|gt|quot|#39|apos|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
