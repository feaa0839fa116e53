/** How long international numbers are. E.164, 6.1: at most 15 digits with the country code; no country has fewer than 7. */

export const MIN_DIGITS = 7;
export const MAX_DIGITS = 15;

/** `+`, the country code and the number, without separators. */
export const E164 = new RegExp(
	`^\\+[1-9]\\d{${String(MIN_DIGITS - 1)},${String(MAX_DIGITS - 1)}}$`,
);
