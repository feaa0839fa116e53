/**
 * The errors of Go's encoding/json (1.24 and later) about invalid JSON. GOWA, RyzeAPI, Evolution Go and Quepasa are written
 * in Go and pass them on.
 */
export class GoJsonScanner {
	private at = 0;

	constructor(private readonly text: string) {}

	/** The first syntax error in Go's words, or null if the text is JSON. */
	static errorOf(text: string): string | null {
		const scanner = new GoJsonScanner(text);
		try {
			scanner.value('looking for beginning of value');
			scanner.space();
			if (scanner.at < text.length) scanner.fail('after top-level value');
			return null;
		} catch (error) {
			if (error instanceof GoSyntaxError) return error.message;
			throw error;
		}
	}

	private value(context: string): void {
		this.space();
		const character = this.peek();
		if (character === '{') this.object();
		else if (character === '[') this.array();
		else if (character === '"') this.string();
		else if (character === 't') this.literal('true');
		else if (character === 'f') this.literal('false');
		else if (character === 'n') this.literal('null');
		else if (character === '-' || isDigit(character)) this.number();
		else this.fail(context);
	}

	private object(): void {
		this.at++;
		this.space();
		if (this.peek() === '}') {
			this.at++;
			return;
		}
		for (;;) {
			this.space();
			if (this.peek() !== '"') this.fail('looking for beginning of object key string');
			this.string();
			this.space();
			if (this.peek() !== ':') this.fail('after object key');
			this.at++;
			this.value('looking for beginning of value');
			this.space();
			const end = this.peek();
			if (end !== ',' && end !== '}') this.fail('after object key:value pair');
			this.at++;
			if (end === '}') return;
		}
	}

	private array(): void {
		this.at++;
		this.space();
		if (this.peek() === ']') {
			this.at++;
			return;
		}
		for (;;) {
			this.value('looking for beginning of value');
			this.space();
			const end = this.peek();
			if (end !== ',' && end !== ']') this.fail('after array element');
			this.at++;
			if (end === ']') return;
		}
	}

	private string(): void {
		this.at++;
		for (;;) {
			const character = this.peek();
			if (character === '"') break;
			if (character < ' ') this.fail('in string literal');
			this.at++;
			if (character !== '\\') continue;
			if (this.peek() === 'u') {
				this.at++;
				for (let digit = 0; digit < 4; digit++, this.at++) {
					if (!/[0-9a-fA-F]/.test(this.peek())) this.fail('in \\u hexadecimal character escape');
				}
			} else {
				if (!'bfnrt\\/"'.includes(this.peek())) this.fail('in string escape code');
				this.at++;
			}
		}
		this.at++;
	}

	private literal(word: string): void {
		for (let index = 0; index < word.length; index++, this.at++) {
			if (this.peek() !== word[index])
				this.fail(`in literal ${word} (expecting '${word[index] ?? ''}')`);
		}
	}

	private number(): void {
		if (this.peek() === '-') this.at++;
		if (!isDigit(this.peek())) this.fail('in numeric literal');
		if (this.peek() === '0') this.at++;
		else this.digits();
		if (this.text[this.at] === '.') {
			this.at++;
			if (!isDigit(this.peek())) this.fail('after decimal point in numeric literal');
			this.digits();
		}
		if (/[eE]/.test(this.text[this.at] ?? '')) {
			this.at++;
			if (/[+-]/.test(this.peek())) this.at++;
			if (!isDigit(this.peek())) this.fail('in exponent of numeric literal');
			this.digits();
		}
	}

	private digits(): void {
		while (isDigit(this.text[this.at] ?? '')) this.at++;
	}

	private space(): void {
		while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at++;
	}

	private peek(): string {
		const character = this.text[this.at];
		if (character === undefined) throw new GoSyntaxError('unexpected end of JSON input');
		return character;
	}

	private fail(context: string): never {
		const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
		throw new GoSyntaxError(`invalid character ${quote(character)} ${context}`);
	}
}

class GoSyntaxError extends Error {}

/**
 * The name that Go's json.UnmarshalTypeError gives a JSON value; a number includes its text if the target is an integer.
 */
export function goValueName(value: unknown, integerTarget: boolean): string {
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'number') return integerTarget ? `number ${String(value)}` : 'number';
	return typeof value === 'string' ? 'string' : 'object';
}

function isDigit(character: string): boolean {
	return character >= '0' && character <= '9';
}

function quote(character: string): string {
	if (character === "'") return `'\\''`;
	if (character === '"') return `'"'`;
	const escapes: Record<string, string> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\' };
	const code = character.codePointAt(0) ?? 0;
	const shown =
		escapes[character] ?? (code < 32 ? `\\x${code.toString(16).padStart(2, '0')}` : character);
	return `'${shown}'`;
}
