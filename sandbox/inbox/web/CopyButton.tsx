import { useState } from 'preact/hooks';

interface Props {
	/** What is copied, for screen readers. */
	what: string;
	text: string;
	children?: string;
}

/** A button that copies a text, and confirms it. */
export function CopyButton({ what, text, children = 'Copy' }: Props) {
	const [said, setSaid] = useState('');
	const copy = () => {
		navigator.clipboard
			.writeText(text)
			.then(() => setSaid('Copied'))
			.catch(() => setSaid('Select it and copy it by hand'));
	};
	return (
		<button
			type="button"
			class="copy"
			aria-label={said === '' ? `Copy ${what}` : said}
			onClick={copy}
		>
			{said === '' ? children : said}
		</button>
	);
}
