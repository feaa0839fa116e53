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

/**
 * The plans as the text of a module, with one character for each of the pieces of which they have thousands. A country's plan
 * is unpacked when it is first used: n8n needs none of them to start, and few people write to every country.
 */
exports.plansModule = (plans) => {
	const { countries, ...others } = exports.withoutFormats(plans);
	let short = Object.values(countries)
		.map((plan) => JSON.stringify(plan))
		.join('\n');
	for (const [character, piece] of PIECES) {
		if (short.includes(character)) throw new Error(`The numbering plans have a ${character}`);
		short = short.replaceAll(piece, character);
	}
	const codes = Object.keys(countries).join(' ');
	const given = [others, codes, short, [...PIECES].reverse()].map((value) => JSON.stringify(value));
	return `export default (${unpackedWhenUsed})(${given.join()})`;
};

/** Part of the module: the plans with a getter for each country. */
function unpackedWhenUsed(others, codes, short, pieces) {
	const texts = short.split('\n');
	const countries = {};
	for (const [index, code] of codes.split(' ').entries()) {
		const unpack = () => {
			let text = texts[index];
			for (const [character, piece] of pieces) text = text.replaceAll(character, piece);
			const plan = JSON.parse(text);
			Object.defineProperty(countries, code, { value: plan, enumerable: true });
			return plan;
		};
		Object.defineProperty(countries, code, { get: unpack, enumerable: true, configurable: true });
	}
	return { ...others, countries };
}

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
