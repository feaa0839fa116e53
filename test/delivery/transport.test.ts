import { httpOptions } from '../../nodes/delivery/transport';

it('makes requests whose status is not thrown and whose redirects are not followed', () => {
	expect(
		httpOptions({ method: 'GET', path: '/list', query: { limit: '5' } }, 'http://localhost/x'),
	).toEqual({
		method: 'GET',
		url: 'http://localhost/x/list',
		headers: {},
		qs: { limit: '5' },
		json: true,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 0,
	});
	expect(
		httpOptions(
			{ method: 'POST', path: '/send', headers: { 'X-Device-Id': '1' }, body: { a: 1 } },
			'http://localhost',
		),
	).toMatchObject({
		headers: { 'X-Device-Id': '1', 'Content-Type': 'application/json' },
		body: { a: 1 },
	});
});
