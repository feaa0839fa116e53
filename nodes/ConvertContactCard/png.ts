/**
 * A black and white picture as a PNG file (W3C PNG, third edition), with its pixels stored uncompressed (RFC 1950,
 * 1951).
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a stored block of deflate, RFC 1951, 3.2.4. */
const MAX_STORED = 0xffff;
/** The CRC of every byte, by the polynomial of ISO 3309. */
const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
	return crc;
});
const ADLER_MODULUS = 65_521;

/**
 * A square PNG of one bit a pixel.
 *
 * @param rows the pixels of each row, true for black; rows that are the same may be one object
 */
export function writePng(rows: ReadonlyArray<readonly boolean[]>): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(rows.length, 0);
	header.writeUInt32BE(rows.length, 4);
	// One bit a pixel, greyscale
	header.writeUInt8(1, 8);
	return Buffer.concat([
		Buffer.from(SIGNATURE),
		chunk('IHDR', header),
		chunk('IDAT', stored(packed(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** Rows of packed bits, white set, each after the byte of its filter: none. */
function packed(rows: ReadonlyArray<readonly boolean[]>): Buffer {
	const known = new Map<readonly boolean[], Buffer>();
	return Buffer.concat(
		rows.map((row) => {
			const bytes = known.get(row) ?? packedRow(row);
			known.set(row, bytes);
			return bytes;
		}),
	);
}

function packedRow(row: readonly boolean[]): Buffer {
	const bytes = Buffer.alloc(1 + Math.ceil(row.length / 8));
	for (const [x, isBlack] of row.entries()) {
		const place = 1 + (x >> 3);
		if (!isBlack) bytes.writeUInt8(bytes.readUInt8(place) | (0x80 >> (x & 7)), place);
	}
	return bytes;
}

/** A zlib stream of stored blocks. */
function stored(bytes: Buffer): Buffer {
	const parts: Buffer[] = [Buffer.from([0x78, 0x01])];
	for (let start = 0; start < bytes.length; start += MAX_STORED) {
		const block = bytes.subarray(start, start + MAX_STORED);
		const head = Buffer.alloc(5);
		head.writeUInt8(start + MAX_STORED >= bytes.length ? 1 : 0, 0);
		head.writeUInt16LE(block.length, 1);
		head.writeUInt16LE(block.length ^ 0xffff, 3);
		parts.push(head, block);
	}
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32BE(adler(bytes), 0);
	return Buffer.concat([...parts, checksum]);
}

function chunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length, 0);
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32BE(crc(typed), 0);
	return Buffer.concat([length, typed, checksum]);
}

function crc(bytes: Buffer): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = (CRC_OF_BYTE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}

function adler(bytes: Buffer): number {
	let low = 1;
	let high = 0;
	for (const byte of bytes) {
		low = (low + byte) % ADLER_MODULUS;
		high = (high + low) % ADLER_MODULUS;
	}
	return high * 65_536 + low;
}
