/** Which chat the address names, kept current. */
import { useEffect, useState } from 'preact/hooks';

import { hashOf, routeOf, type Route } from './route';

/** What the address says, and a function that goes elsewhere. */
export function useRoute(): [Route, (route: Route) => void] {
	const [route, setRoute] = useState(() => routeOf(location.hash));
	useEffect(() => {
		const follow = () => setRoute(routeOf(location.hash));
		addEventListener('hashchange', follow);
		return () => removeEventListener('hashchange', follow);
	}, []);
	return [
		route,
		(next) => {
			location.hash = hashOf(next);
		},
	];
}
