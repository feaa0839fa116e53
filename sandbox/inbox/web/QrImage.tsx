/** A vCard as a QR code. */
import { MAX_QR_BYTES, qrOf, withoutPhoto } from './qr';

/** The empty border that a scanner needs around a code, in modules. */
const QUIET = 4;

/** A QR code that a phone's camera reads as the contact. */
export function QrImage({ vcard }: { vcard: string }) {
	const code = qrOf(vcard);
	if (code === null) {
		return (
			<p class="remark">
				The vCard is too long for a QR code, which holds at most {MAX_QR_BYTES.toLocaleString('en')}{' '}
				bytes.
			</p>
		);
	}
	const size = code.length + 2 * QUIET;
	const path = code
		.flatMap((row, y) =>
			row.map((black, x) => (black ? `M${String(x + QUIET)} ${String(y + QUIET)}h1v1h-1z` : '')),
		)
		.join('');
	const leftOut = withoutPhoto(vcard) !== vcard;
	return (
		<figure class="qr">
			<svg
				viewBox={`0 0 ${String(size)} ${String(size)}`}
				role="img"
				aria-label="QR code of the vCard"
				shape-rendering="crispEdges"
			>
				<rect width={size} height={size} fill="#fff" />
				<path d={path} fill="#000" />
			</svg>
			<figcaption>
				Scan it with a phone’s camera to see what its address book makes of the card
				{leftOut && '; the photo is left out, since it does not fit in a QR code'}.
			</figcaption>
		</figure>
	);
}
