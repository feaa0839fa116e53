import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for 127.0.0.1 that nobody has signed but its own key, in PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/** ASN.1 in DER (X.690, 8.1): a tag, the length, the content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const time = (text: string) => der(0x17, Buffer.from(text));
/** `CN=127.0.0.1`. */
const NAME = sequence(
	der(0x31, sequence(identifier('550403'), der(0x0c, Buffer.from('127.0.0.1')))),
);
/** `ecdsa-with-SHA256`. */
const ALGORITHM = sequence(identifier('2a8648ce3d040302'));

/** Makes a certificate (RFC 5280, 4.1), so that no key has to lie in the repository. */
export function makeCertificate(): Certificate {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const alternativeName = sequence(
		identifier('551d11'),
		der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
	);
	const content = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		ALGORITHM,
		NAME,
		sequence(time('200101000000Z'), time('491231235959Z')),
		NAME,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(alternativeName)),
	);
	const signature = sign('sha256', content, privateKey);
	const bytes = sequence(content, ALGORITHM, der(0x03, Buffer.from([0]), signature));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
	};
}
