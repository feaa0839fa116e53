/** The route in the page's URL, kept current. */
import { useEffect, useState } from 'preact/hooks';

import { hashOf, routeOf, type Route } from './route';

/** The current route, and a function that changes it. */
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
