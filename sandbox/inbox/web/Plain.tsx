/** Components that show untrusted text safely. */
import { foldPicture, showHidden } from './source';

/** Untrusted text: never markup, and its direction affects nothing outside. */
export function Plain({ text }: { text: string }) {
	return <bdi class="plain">{text}</bdi>;
}

/** A text as it is, but with invisible characters spelled out, and without the data of photos. */
export function Source({ text, label }: { text: string; label: string }) {
	return (
		<pre class="source" tabindex={0} role="region" aria-label={label}>
			{showHidden(foldPicture(text)).map((piece) =>
				piece.hidden ? <mark title="An invisible character">{piece.text}</mark> : piece.text,
			)}
		</pre>
	);
}
