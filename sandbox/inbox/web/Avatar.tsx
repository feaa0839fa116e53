/** The round picture of a chat or a contact. */
import type { InboxChat } from '../model';
import { Icon } from './Icon';
import { hueOf, initials } from './words';

interface Props {
	name: string;
	/** A data URI, if there is a photo. */
	photo?: string | null | undefined;
	kind?: InboxChat['kind'];
	size?: 'small' | 'large';
}

/** A round picture, or the initials of a name on the name's color. */
export function Avatar({ name, photo, kind = 'person', size }: Props) {
	const style = { '--hue': String(hueOf(name)) };
	const letters =
		kind === 'person' && /^\P{N}/u.test(name.replace(/^[+(]/, '')) ? initials(name) : '';
	return (
		<span class={`avatar ${size ?? ''}`} style={style} aria-hidden="true">
			{typeof photo === 'string' ? (
				<img src={photo} alt="" />
			) : letters === '' ? (
				<Icon name={kind === 'person' ? 'person' : 'group'} />
			) : (
				<bdi>{letters}</bdi>
			)}
		</span>
	);
}
