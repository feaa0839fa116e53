/** Quoted-printable (RFC 2045, 6.7) turned into percent-encoding, without soft line breaks; with the place of each unit. */
export function percentOfQuotedPrintable(text: string): { text: string; places: number[] } {
	const places: number[] = [];
	let read = '';
	const copy = (from: number, to: number) => {
		read += text.slice(from, to);
		for (let place = from; place < to; place += 1) places.push(place);
	};
	let end = 0;
	for (const found of text.matchAll(/=(?:[ \t]{0,8}\r?\n|([0-9A-Fa-f]{2}))/g)) {
		copy(end, found.index);
		end = found.index + found[0].length;
		const [, hex] = found;
		if (hex === undefined) continue;
		read += `%${hex}`;
		places.push(found.index, found.index, found.index);
	}
	copy(end, text.length);
	places.push(text.length);
	return { text: read, places };
}
