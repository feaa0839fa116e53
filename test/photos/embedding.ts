import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';
import {
	jpeg,
	photosIn,
	PNG,
	redirect,
	send as answerWith,
	servePictures,
	type PictureServer,
} from './pictures';

/** Parameters that send the contacts of the item, through a provider that carries photos. */
export const WAHA: INodeParameters = {
	operation: 'send',
	provider: 'waha',
	session: byId('default'),
	recipient: '+447700900001',
	contactSource: 'json',
	contactsJson: '={{ $json.contacts }}',
};

export const person = (photo: string, name = 'Ana') => ({
	name: { formatted_name: name },
	phones: ['+5512996130832'],
	photo,
});

/** An item for each photo. */
export const items = (...photos: string[]) =>
	photos.map((photo) => ({ contacts: [person(photo)] }) as { contacts: never[] });

/** A sandbox and two servers of pictures for the tests of a file, how cards are sent there, and which photos arrived. */
export function embedding() {
	const sandbox = sandboxForTests();
	let served: PictureServer | undefined;
	let servedElsewhere: PictureServer | undefined;
	const server = running(() => served);
	const elsewhere = running(() => servedElsewhere);

	beforeAll(async () => {
		servedElsewhere = await servePictures({ '/there.png': answerWith(PNG) });
		served = await servePictures({
			'/ana.png': answerWith(PNG, { 'content-type': 'text/plain' }),
			'/page': answerWith('<!doctype html><p>Log in to see this picture', {
				'content-type': 'text/html; charset=utf-8',
			}),
			'/note.txt': answerWith('This is a text and no picture at all.'),
			'/drawing.svg': answerWith('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
			'/empty': answerWith(''),
			'/short.jpg': answerWith(jpeg(4)),
			'/broken': (response) => response.writeHead(500).end('oops'),
			'/5MB.jpg': answerWith(jpeg(5 * 1024 * 1024)),
			'/large.jpg': answerWith(jpeg(5 * 1024 * 1024 + 1)),
			'/endless.jpg': (response) => {
				// Without Content-Length, and without an end
				const more = () => {
					while (!response.destroyed && response.write(jpeg(65_536)));
				};
				response.writeHead(200).on('drain', more);
				more();
			},
			'/hang-up': (response) => response.destroy(),
			'/half.jpg': (response) => {
				response.writeHead(200, { 'content-length': '1000' });
				response.write(jpeg(500), () => response.destroy());
			},
			'/slow': (response) => {
				response.writeHead(200).write(jpeg(500));
			},
			'/never': () => undefined,
			'/changing': (response) => response.writeHead(200).end(jpeg(100 + server.requests.length)),
			'/moved.png': redirect('/ana.png', 301),
			'/moved-away': redirect(`${elsewhere.url}/there.png`, 307),
			'/loop': redirect('/loop'),
			'/ftp': redirect('ftp://127.0.0.1/a.png'),
			'/file': redirect('file:///etc/hostname'),
		});
	});
	afterAll(async () => {
		await served?.close();
		await servedElsewhere?.close();
	});
	beforeEach(() => {
		server.requests.length = 0;
		elsewhere.requests.length = 0;
	});

	async function run(
		photos: readonly string[],
		options: INodeParameters = {},
		parameters: INodeParameters = {},
	) {
		const ended = await runSend(
			sandbox,
			{ ...WAHA, ...parameters, options: { embedPhotos: true, ...options } },
			{ items: items(...photos) },
		);
		expect(ended.error).toBeUndefined();
		return outputs(ended);
	}

	/** The values of the `PHOTO` lines that went out, in order. */
	const arrived = () => sandbox.requests().flatMap(({ body }) => photosIn(body));

	return { sandbox, server, elsewhere, run, arrived };
}

/** A server that is started before the tests. */
function running(
	started: () => PictureServer | undefined,
): Pick<PictureServer, 'url' | 'requests' | 'open'> {
	const server = () => {
		const found = started();
		if (found === undefined) throw new Error('The server runs only while tests run');
		return found;
	};
	return {
		get url() {
			return server().url;
		},
		get requests() {
			return server().requests;
		},
		open: () => server().open(),
	};
}
