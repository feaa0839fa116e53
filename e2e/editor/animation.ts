import type { Page } from 'playwright-core';

/** A picture of a page, and how long it is shown. */
export interface Frame {
	/** PNG, as a browser takes it; all of one size. */
	picture: Buffer;
	/** Milliseconds. */
	duration: number;
	/** Words at the bottom of the picture. */
	caption: string;
}

/** What changed from one picture to the next, as a lossy WebP. */
interface Patch {
	x: number;
	y: number;
	width: number;
	height: number;
	/** Base64. */
	webp: string;
}

/** Compression quality, 0 to 1: the editor's text stays sharp, without halos around the letters. */
const QUALITY = 0.86;
/** Bytes in a RIFF header, and in the header of each of its chunks. */
const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;
/** Bit of VP8X's first byte: the file is an animation. */
const ANIMATED = 0x02;

/**
 * Makes an animated WebP from pictures. The browser compares and compresses them, so no library is needed; the container is
 * written here (WebP Container Specification, "Extended File Format" and "Animation").
 *
 * @param page an empty page to draw in
 * @param size of the animation; the pictures are scaled to it
 */
export async function animate(
	page: Page,
	frames: readonly Frame[],
	size: { width: number; height: number },
): Promise<Buffer> {
	await page.evaluate(DRAWING);
	const chunks = [chunk('VP8X', animationHeader(size)), chunk('ANIM', Buffer.alloc(6))];
	for (const { picture, caption, duration } of mergeEqual(frames)) {
		const request = { png: picture.toString('base64'), caption, quality: QUALITY, ...size };
		const patch = await page.evaluate<Patch | null>(`draw(${JSON.stringify(request)})`);
		chunks.push(patch === null ? pause(duration) : animationFrame(patch, duration));
	}
	const body = Buffer.concat(chunks);
	const head = Buffer.alloc(RIFF_HEADER);
	head.write('RIFF');
	head.writeUInt32LE(body.length + 4, 4);
	head.write('WEBP', 8);
	return Buffer.concat([head, body]);
}

/** The frames, with each run of equal ones merged into one. */
function mergeEqual(frames: readonly Frame[]): Frame[] {
	const all: Frame[] = [];
	for (const frame of frames) {
		const last = all.at(-1);
		if (last?.caption === frame.caption && last.picture.equals(frame.picture)) {
			all[all.length - 1] = { ...last, duration: last.duration + frame.duration };
		} else all.push(frame);
	}
	return all;
}

/** A script for the page: remembers the last picture, and returns the rectangle that the next one changes, or null. */
const DRAWING = `
	let shown;
	window.draw = async ({ png, caption, quality, width, height }) => {
		const picture = new Image();
		picture.src = 'data:image/png;base64,' + png;
		await picture.decode();
		const canvas = new OffscreenCanvas(width, height);
		const pen = canvas.getContext('2d', { willReadFrequently: true });
		pen.imageSmoothingQuality = 'high';
		pen.drawImage(picture, 0, 0, width, height);
		if (caption !== '') {
			pen.font = '600 19px sans-serif';
			const wide = pen.measureText(caption).width + 40;
			pen.fillStyle = '#1f2430';
			pen.beginPath();
			pen.roundRect((width - wide) / 2, height - 58, wide, 42, 21);
			pen.fill();
			pen.fillStyle = '#ffffff';
			pen.textBaseline = 'middle';
			pen.fillText(caption, (width - wide) / 2 + 20, height - 36);
		}
		const now = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
		let [left, top, right, bottom] = [width, height, -1, -1];
		for (let y = 0; y < height; y += 1) {
			for (let x = 0; x < width; x += 1) {
				if (shown !== undefined && shown[y * width + x] === now[y * width + x]) continue;
				if (x < left) left = x;
				if (x > right) right = x;
				if (y < top) top = y;
				bottom = y;
			}
		}
		shown = now;
		if (right < 0) return null;
		// Frames must begin at even coordinates
		left -= left % 2;
		top -= top % 2;
		const part = new OffscreenCanvas(right - left + 1, bottom - top + 1);
		part.getContext('2d').drawImage(canvas, -left, -top);
		const blob = await part.convertToBlob({ type: 'image/webp', quality });
		const bytes = new Uint8Array(await blob.arrayBuffer());
		let text = '';
		for (const byte of bytes) text += String.fromCharCode(byte);
		return { x: left, y: top, width: part.width, height: part.height, webp: btoa(text) };
	};
`;

function chunk(name: string, data: Buffer): Buffer {
	const head = Buffer.alloc(CHUNK_HEADER);
	head.write(name);
	head.writeUInt32LE(data.length, 4);
	return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The data of the chunk VP8X: it is an animation of this size. */
function animationHeader({ width, height }: { width: number; height: number }): Buffer {
	const data = Buffer.alloc(10);
	data.writeUInt8(ANIMATED);
	data.writeUIntLE(width - 1, 4, 3);
	data.writeUIntLE(height - 1, 7, 3);
	return data;
}

/** A frame that is drawn over the previous one, and stays. */
function animationFrame({ x, y, width, height, webp }: Patch, duration: number): Buffer {
	const head = Buffer.alloc(16);
	head.writeUIntLE(x / 2, 0, 3);
	head.writeUIntLE(y / 2, 3, 3);
	head.writeUIntLE(width - 1, 6, 3);
	head.writeUIntLE(height - 1, 9, 3);
	head.writeUIntLE(duration, 12, 3);
	return chunk('ANMF', Buffer.concat([head, pictureChunks(Buffer.from(webp, 'base64'))]));
}

/** A frame that changes nothing: a transparent dot, since a frame needs a picture. */
function pause(duration: number): Buffer {
	const dot = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
	return animationFrame({ x: 0, y: 0, width: 1, height: 1, webp: dot }, duration);
}

/** The chunks of a still picture that a frame holds: its pixels, and its transparency if it has any. */
function pictureChunks(webp: Buffer): Buffer {
	const kept: Buffer[] = [];
	for (let at = RIFF_HEADER; at < webp.length;) {
		const length = CHUNK_HEADER + webp.readUInt32LE(at + 4);
		const end = at + length + (length % 2);
		if (/^(?:VP8 |VP8L|ALPH)$/.test(webp.toString('latin1', at, at + 4))) {
			kept.push(webp.subarray(at, end));
		}
		at = end;
	}
	return Buffer.concat(kept);
}
