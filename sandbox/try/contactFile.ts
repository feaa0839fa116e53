/** The contact that `npm run try` sends: a person's file, or a sample. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A file with a contact: a vCard stays bytes, since it names its own character set; JSON is text. */
export type ContactFile =
	{ kind: 'vcard'; fileName: string; content: Buffer } | { kind: 'json'; text: string };

/** The person's current folder; npm runs scripts in the folder of package.json. */
const FOLDER = process.env['INIT_CWD'] ?? process.cwd();

/** Invented; Ofcom reserves the number for drama. */
const SAMPLE = {
	name: { formatted_name: 'Citra Barros', first_name: 'Citra', last_name: 'Barros' },
	phones: [{ phone: '+44 7700 900456', type: 'CELL' }],
	emails: [{ email: 'citra@example.com', type: 'WORK' }],
	org: { company: 'Barros & Filhos', title: 'Buyer' },
};

export function sampleContact(): ContactFile {
	return { kind: 'json', text: JSON.stringify(SAMPLE) };
}

/**
 * Reads a .vcf or .json file.
 *
 * @throws Error that says what is wrong with the file
 */
export function readContactFile(file: string): ContactFile {
	const extension = path.extname(file).toLowerCase();
	if (extension !== '.vcf' && extension !== '.json') {
		throw new Error(`${file} is neither a .vcf file nor a .json file.`);
	}
	const content = contentOf(file);
	return extension === '.vcf'
		? { kind: 'vcard', fileName: path.basename(file), content }
		: { kind: 'json', text: content.toString('utf8').replace(/^\uFEFF/, '') };
}

function contentOf(file: string): Buffer {
	let content: Buffer;
	try {
		content = readFileSync(path.resolve(FOLDER, file));
	} catch (error) {
		throw new Error(`${file} can't be read: ${reasonOf(error)}.`);
	}
	if (content.length === 0) throw new Error(`${file} is empty.`);
	return content;
}

function reasonOf(error: unknown): string {
	const code =
		typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') return `there is no such file in ${FOLDER}`;
	if (code === 'EISDIR') return 'it is a folder';
	return error instanceof Error ? error.message : String(error);
}
