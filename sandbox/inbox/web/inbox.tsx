/** Starts the page. */
import './styles/inbox.css';
import { render } from 'preact';

import { App } from './App';
import { applyTheme, chosenTheme } from './theme';

// Before anything is drawn, so that the page does not flash in another theme
applyTheme(chosenTheme());

document.addEventListener('DOMContentLoaded', () => {
	const root = document.getElementById('inbox');
	if (root !== null) render(<App />, root);
});
