/**
 * The text with other content between two markers.
 *
 * @throws Error when a marker is missing
 */
export function between(text: string, begin: string, end: string, content: string): string {
	const [before, rest] = splitAt(text, begin);
	const [, after] = splitAt(rest, end);
	return before + begin + content + end + after;
}

function splitAt(text: string, marker: string): [string, string] {
	const place = text.indexOf(marker);
	if (place === -1) throw new Error(`There is no line ${marker.trim()}`);
	return [text.slice(0, place), text.slice(place + marker.length)];
}
