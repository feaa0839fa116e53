import type { PlacedText } from './decodedTexts';

/** Quoted-printable (RFC 2045, 6.7) turned into percent-encoding, without soft line breaks. */
export function percentOfQuotedPrintable(text: string): PlacedText {
	const read: PlacedText = { text: '', starts: [], ends: [] };
	const copy = (from: number, to: number) => {
		read.text += text.slice(from, to);
		for (let place = from; place < to; place += 1) {
			read.starts.push(place);
			read.ends.push(place + 1);
		}
	};
	let end = 0;
	for (const found of text.matchAll(/=(?:[ \t]{0,8}\r?\n|([0-9A-Fa-f]{2}))/g)) {
		copy(end, found.index);
		end = found.index + found[0].length;
		const [, hex] = found;
		if (hex === undefined) continue;
		read.text += `%${hex}`;
		for (let unit = 0; unit < 3; unit += 1) {
			read.starts.push(found.index);
			read.ends.push(end);
		}
	}
	copy(end, text.length);
	return read;
}
