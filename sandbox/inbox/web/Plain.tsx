/** Source text, with what is invisible in it shown. */
import { foldPicture, showHidden } from './source';

/** Text that a stranger may have written: never markup, and its direction stays inside. */
export function Plain({ text }: { text: string }) {
	return <bdi class="plain">{text}</bdi>;
}

/** A text as it is, but with the signs that nobody sees written out, and without the data of a picture. */
export function Source({ text, label }: { text: string; label: string }) {
	return (
		<pre class="source" tabindex={0} role="region" aria-label={label}>
			{showHidden(foldPicture(text)).map((piece) =>
				piece.hidden ? <mark title="A character that nobody sees">{piece.text}</mark> : piece.text,
			)}
		</pre>
	);
}
