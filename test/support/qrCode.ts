import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

interface Picture {
	side: number;
	/** RGBA, as a camera gives it. */
	pixels: Uint8ClampedArray;
}

/** What a camera reads from a PNG of a QR code, empty where it reads nothing, and the side of the PNG in pixels. */
export function readQrCode(png: Buffer): { side: number; text: string } {
	const { side, pixels } = readPng(png);
	return { side, text: jsQR(pixels, side, side)?.data ?? '' };
}

/** Reads a PNG of one bit a pixel, with another implementation of deflate than the one that wrote it. */
function readPng(png: Buffer): Picture {
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	const data: Buffer[] = [];
	let side = 0;
	for (let place = 8; place < png.length;) {
		const length = png.readUInt32BE(place);
		const type = png.toString('latin1', place + 4, place + 8);
		const content = png.subarray(place + 8, place + 8 + length);
		if (type === 'IHDR') side = content.readUInt32BE(0);
		if (type === 'IDAT') data.push(content);
		place += length + 12;
	}
	const rows = inflateSync(Buffer.concat(data));
	const rowLength = 1 + Math.ceil(side / 8);
	expect(rows).toHaveLength(rowLength * side);
	const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			const bit = (rows[y * rowLength + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1;
			pixels.fill(bit * 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	}
	return { side, pixels };
}
