/** The page's logo and theme switch. */
import { useState } from 'preact/hooks';

import { Icon } from './Icon';
import { applyTheme, chosenTheme, nextTheme } from './theme';

/** Cycles through the themes: the device's, light, dark. */
export function ThemeSwitch() {
	const [theme, setTheme] = useState(chosenTheme);
	const next = nextTheme(theme);
	return (
		<button
			type="button"
			class="icon-button"
			title={`Theme: ${theme}`}
			aria-label={`Theme: ${theme}. Switch to ${next}`}
			onClick={() => {
				applyTheme(next);
				setTheme(next);
			}}
		>
			<Icon name={theme} />
		</button>
	);
}

/** The package's icon. */
export function Logo() {
	return (
		<svg class="logo" viewBox="0 0 60 52" aria-hidden="true">
			<path
				class="logo-card"
				d="M9 5h42a6 6 0 0 1 6 6v14.5a3 3 0 0 1-3 3H38a3 3 0 0 0-3 3V42a3 3 0 0 1-3 3H9a6 6 0 0 1-6-6V11a6 6 0 0 1 6-6z"
			/>
			<path
				class="logo-person"
				d="M18.5 14a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM9.5 37c0-6 3.5-9.5 9-9.5s9 3.5 9 9.5z"
			/>
			<path class="logo-lines" d="M35 14.5h14M35 21.5h14" />
			<path class="logo-arrow" d="M40.5 41H55M48.5 34l7 7-7 7" />
		</svg>
	);
}
