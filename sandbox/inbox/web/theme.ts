/** `system` follows the reader's device. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'contact-card-inbox-theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

/** The theme last chosen in this browser. */
export function chosenTheme(): Theme {
	const kept = localStorage.getItem(KEY);
	return ORDER.find((theme) => theme === kept) ?? 'system';
}

/** The theme that the switch chooses next. */
export function nextTheme(theme: Theme): Theme {
	return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system';
}

/** Applies a theme, now and whenever the page is opened. */
export function applyTheme(theme: Theme): void {
	localStorage.setItem(KEY, theme);
	const root = document.documentElement;
	if (theme === 'system') delete root.dataset['theme'];
	else root.dataset['theme'] = theme;
}
