/** One line of a card as it was before it was folded. */
export interface ContentLine {
	/** The first physical line, counted from 1. */
	number: number;
	/** Up to the colon, if there is `base64`. */
	text: string;
	/** The value, if unfolding has shown that it is only base64. */
	base64?: string;
	/** What comes after the text, if the line is too long to be one text. */
	rest?: readonly string[];
	/** The property on the next line, if this one ends as if it went on there. */
	cutBy?: string;
	/** Whether the line begins or ends a card. */
	limit: 'BEGIN' | 'END' | undefined;
}
