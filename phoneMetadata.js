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

/** The plans as the text of a module, with one character for the `\d` of which they have thousands. */
exports.plansModule = (plans) => {
	const json = JSON.stringify(exports.withoutFormats(plans));
	if (json.includes(SHORT_DIGIT)) throw new Error(`The numbering plans have a ${SHORT_DIGIT}`);
	const short = JSON.stringify(json.replaceAll(DIGIT, SHORT_DIGIT));
	return `export default JSON.parse(${short}.replaceAll(${JSON.stringify(SHORT_DIGIT)}, ${JSON.stringify(DIGIT)}))`;
};

const FORMATS = 4;
/** A digit in a pattern, as JSON writes it. */
const DIGIT = String.raw`\\d`;
const SHORT_DIGIT = '@';

const mapped = (entries) =>
	Object.fromEntries(
		Object.entries(entries).map(([key, entry]) => [
			key,
			entry.map((part, index) => (index === FORMATS ? 0 : part)),
		]),
	);
