/** The part of the package `vcf` that the tests use; it has no types of its own. */
declare module 'vcf' {
	interface Property {
		readonly group?: string;
		readonly type?: string | string[];
		readonly waid?: string;
		/** The value as it stands in the card, still escaped. */
		valueOf(): string;
	}

	class VCard {
		readonly data: Readonly<Record<string, Property | Property[] | undefined>>;
		static parse(text: string): VCard[];
	}

	export = VCard;
}
