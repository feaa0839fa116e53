/** Line icons of 24 × 24, for buttons and marks. */
const PATHS = {
	search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4',
	back: 'M15 5l-7 7 7 7',
	close: 'M6 6l12 12M18 6L6 18',
	down: 'M6 9l6 6 6-6',
	play: 'M8 5.5v13l10.5-6.5z',
	bolt: 'M13 3L5 13.5h6L10 21l9-11.5h-6.5z',
	bin: 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5',
	refused: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12',
	plug: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
	light:
		'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
	dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
	system: 'M4 5h16v11H4zM9 20h6M12 16v4',
	message: 'M4 5h16v11H9l-5 4z',
	invite: 'M3 6h18v12H3zM3.5 7l8.5 6 8.5-6',
	add: 'M10 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 20c0-4 2.5-6 6.5-6s6.5 2 6.5 6M19 8v6M16 11h6',
	forward: 'M13 6l6 5-6 5v-3.5C8 12.5 5.5 14 4 18c0-6 3.5-9 9-9.5z',
	clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
	group:
		'M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c0-3.5 2.3-5 6-5s6 1.5 6 5M15.5 6.5a3 3 0 0 1 0 5.5M17 14.3c2.6.5 4 2 4 4.7',
	person: 'M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c0-4 2.7-6 7-6s7 2 7 6',
	phone:
		'M6 3.5h3.5l1.5 4.5-2 1.5c1 2.3 2.7 4 5 5l1.5-2 4.5 1.5V17.5c0 1.7-1.3 3-3 3C10.5 20 4 13.5 3.5 6.5c0-1.7 1-3 2.5-3z',
	mail: 'M3.5 6h17v12h-17zM4 7l8 6 8-6',
	home: 'M4 11l8-7 8 7M6.5 9.5V20h11V9.5',
	link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1',
	work: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
	cake: 'M5 12h14v8H5zM5 15.5c2.3 1.5 4.7 1.5 7 0s4.7-1.5 7 0M12 12V8M12 5.5v.1',
	note: 'M6 4h12v16H6zM9 9h6M9 13h6',
	download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
	copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
	check: 'M5 12.5l4.5 4.5L19 7.5',
	warning: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.1',
	info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
