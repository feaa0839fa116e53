/** One line of a card as it was before it was folded. */
export interface ContentLine {
	/** The first physical line, counted from 1. */
	number: number;
	/** Up to the colon, where there is `base64`. */
	text: string;
	/** The value, where unfolding has shown that it is base64 and nothing else. */
	base64?: string;
	/** What comes after the text, where the line is too long to be one. */
	rest?: readonly string[];
	/** What the line does to a card, where it does that. */
	limit: 'BEGIN' | 'END' | undefined;
}
