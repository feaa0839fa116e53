/**
 * What n8n's logger writes. Its transport writes to the stream behind the console where there is one, so that has to be
 * taken away before the first line.
 */
export const logged: string[] = [];

const stream = {
	write: (line: string) => {
		logged.push(line.trimEnd());
		return true;
	},
};
Object.defineProperty(console, '_stdout', { value: stream, configurable: true });
