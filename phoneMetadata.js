/**
 * The numbering plans of libphonenumber-js without the patterns by which numbers are formatted, which nothing here does:
 * entry 4 of each country and of each calling code without one. Numbers are read the same without them, which
 * test/contact/phone/everyCountry.test.ts checks.
 *
 * @param plans as `libphonenumber-js/metadata.max.json` has them
 */
exports.withoutFormats = (plans) => ({
	...plans,
	countries: mapped(plans.countries),
	...(plans.nonGeographic === undefined ? {} : { nonGeographic: mapped(plans.nonGeographic) }),
});

/** The plans as the text of a module, with one character for each of the pieces of which they have thousands. */
exports.plansModule = (plans) => {
	let short = JSON.stringify(exports.withoutFormats(plans));
	for (const [character, piece] of PIECES) {
		if (short.includes(character)) throw new Error(`The numbering plans have a ${character}`);
		short = short.replaceAll(piece, character);
	}
	const undo = PIECES.map(
		(pair) => `.replaceAll(${pair.map((text) => JSON.stringify(text)).join()})`,
	);
	return `export default JSON.parse(${JSON.stringify(short)}${undo.reverse().join('')})`;
};

const FORMATS = 4;
/**
 * Characters that no plan has, each for a piece that stands often in the JSON; a later piece may hold earlier characters.
 * They were found one by one, as the piece that saves the most: together they save four bytes of ten.
 */
const PIECES = [
	['!', String.raw`\\d`],
	['%', String.raw`(?:`],
	['&', String.raw`-9]`],
	['*', String.raw`,0,`],
	['+', String.raw`}",[`],
	['/', String.raw`!{`],
	[';', String.raw`],["`],
	['<', String.raw`[0`],
	['=', String.raw`]|`],
	['>', String.raw`":["`],
	['@', String.raw`[1`],
	['^', String.raw`*0*0*[["`],
	['b', String.raw`","00","`],
	['f', String.raw`[2`],
	['j', String.raw`!|`],
	['k', String.raw`)|`],
	['m', String.raw`],"`],
	['q', String.raw`<-`],
	['w', String.raw`)/`],
	['z', String.raw`9]`],
];

const mapped = (entries) =>
	Object.fromEntries(
		Object.entries(entries).map(([key, entry]) => [
			key,
			entry.map((part, index) => (index === FORMATS ? 0 : part)),
		]),
	);
