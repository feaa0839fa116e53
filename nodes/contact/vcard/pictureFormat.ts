/** Subtypes of `image/` that cards name, as in `TYPE=PNG`. Other words there mean something else: `WORK`, `pref`. */
const FORMATS = new Set([
	...['jpeg', 'jpg', 'pjpeg', 'png', 'gif', 'webp', 'bmp', 'tiff', 'tif', 'heic', 'heif', 'avif'],
	...['svg', 'svg+xml', 'ico', 'x-icon', 'cgm', 'wmf', 'pict', 'jp2', 'jxl'],
]);

/** Enough to tell every format apart. */
const START = 64;

const LATIN_SIGNATURES = [
	['\xff\xd8\xff', 'jpeg'],
	['\x89PNG', 'png'],
	['GIF8', 'gif'],
	['II*\0', 'tiff'],
	['MM\0*', 'tiff'],
] as const;

/** Brands of ISO 23008-12 files, which begin with a box `ftyp`. */
const BRANDS = new Map([
	...['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis'].map((brand) => [brand, 'heic'] as const),
	...['mif1', 'msf1'].map((brand) => [brand, 'heif'] as const),
	...['avif', 'avis'].map((brand) => [brand, 'avif'] as const),
]);

/** Whether a lower-case word names a picture format. */
export function isFormat(word: string): boolean {
	return FORMATS.has(word);
}

/** The subtype of `image/` that the first bytes of a picture show. Undefined if they show none. */
export function formatOf(base64: string): string | undefined {
	const bytes = Buffer.from(base64.slice(0, START), 'base64').toString('latin1');
	const known = LATIN_SIGNATURES.find(([start]) => bytes.startsWith(start));
	if (known !== undefined) return known[1];
	if (bytes.startsWith('RIFF') && (bytes.length < 12 || bytes.startsWith('WEBP', 8))) return 'webp';
	if (bytes.startsWith('ftyp', 4)) return BRANDS.get(bytes.slice(8, 12));
	// The four bytes after the size are reserved
	if (bytes.startsWith('BM') && /^\0*$/.test(bytes.slice(6, 10))) return 'bmp';
	return /^\s*<(?:\?xml|svg|!DOCTYPE svg)/i.test(bytes) ? 'svg+xml' : undefined;
}
