import type { ProviderResponse } from '../providers/provider';
import { withoutReferences } from './html';
import type { Redactor } from './redaction';
import { withoutStack } from './stackLines';
import { wordsInJson } from './wordsInJson';

/** Maximum characters of a body that are searched for words. */
const MAX_BODY = 20_000;
/** Maximum characters that are searched for secrets: longer texts could block n8n. */
const MAX_READ = 4 * MAX_BODY;
const MAX_WORDS = 1_000;
/** Characters of a page of which not all can be shown in a title. */
const LONG_PAGE = 200;
/** Bodies without any words. */
const SAYS_NOTHING = /^\s*(?:\{\s*\}|\[\s*\]|null|"")\s*$/;

/** Elements whose text no browser shows. */
const NOT_SHOWN = new Set(['head', 'script', 'style']);

/**
 * A provider's words as plain text on one line, at most 1,000 characters: those in JSON, without the tags,
 * styles and scripts of HTML and XML. Secrets are masked before anything is cut, since half a secret is no longer
 * recognized.
 */
export function plainWords(words: string, redact: Redactor): string {
	if (SAYS_NOTHING.test(words)) return '';
	const start = redactedStart(wordsInJson(words) ?? words, redact);
	return shorten(redact(plainText(withoutStack(start))), MAX_WORDS);
}

/** The beginning of a text, redacted. What is read may end with half a secret, so the end is left out. */
function redactedStart(text: string, redact: Redactor): string {
	if (text.length <= MAX_READ) return redact(text).slice(0, MAX_BODY);
	const read = redact(text.slice(0, MAX_READ));
	return read.slice(0, Math.max(0, Math.min(MAX_BODY, read.length - MAX_BODY)));
}

/** Text on one line, without tags if it is HTML or XML. */
export function plainText(text: string): string {
	const isMarkup = /^\s*<|<\/?[a-z!?][^<>]*>/i.test(text);
	const shown = onOneLine(isMarkup ? withoutTags(text) : text);
	if (!isMarkup || (shown !== '' && shown.length <= LONG_PAGE)) return shown;
	// The page of a gateway says what is wrong in its title, and then much about itself
	const title = onOneLine(
		withoutReferences(/<title>([^<]{1,300})<\/title>/i.exec(text)?.[1] ?? ''),
	);
	return [title, shown].filter((part) => part !== '').join(': ');
}

function onOneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The text cut to a maximum number of characters, with an ellipsis instead of the rest. */
export function shorten(text: string, maxCharacters: number): string {
	const characters = [...text.toWellFormed()];
	if (characters.length <= maxCharacters) return text.toWellFormed();
	return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

/** A title with its details, which often repeat the title. */
export function withDetails(title: string, details: string | undefined): string {
	const [bare, more] = [title, details ?? ''].map((text) => text.replace(/^\(#\d+\) /, '').trim());
	if (more === undefined || more === '' || bare?.includes(more) === true) return bare ?? '';
	return bare === undefined || bare === '' || more.includes(bare) ? more : `${bare}: ${more}`;
}

/** The kind of answer that a body is, in words: `an empty answer`, `a web page`. */
export function kindOfBody({ text, json }: ProviderResponse): string {
	if (text.trim() === '') return 'an empty answer';
	if (json !== undefined) return 'unexpected JSON';
	if (/^\s*(<!doctype html|<html)/i.test(text)) return 'a web page';
	return 'an answer that is not JSON';
}

/** One pass over the tags, so that malicious markup cannot make it slow. */
function withoutTags(markup: string): string {
	const shown: string[] = [];
	let end = 0;
	let hidden: string | undefined;
	for (const tag of markup.matchAll(/<([^<>]*)>/g)) {
		if (hidden === undefined) shown.push(markup.slice(end, tag.index), ' ');
		end = tag.index + tag[0].length;
		const name = /^\/?[a-z]+/i.exec(tag[1] ?? '')?.[0].toLowerCase() ?? '';
		if (hidden === undefined && NOT_SHOWN.has(name)) hidden = name;
		else if (name === `/${String(hidden)}`) hidden = undefined;
	}
	if (hidden === undefined) shown.push(markup.slice(end));
	return withoutReferences(shown.join(''));
}
