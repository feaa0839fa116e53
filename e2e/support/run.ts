import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const execute = promisify(execFile);

/** What the error of a failed program has besides its message. */
const printedSchema = z.object({ stdout: z.string().default(''), stderr: z.string().default('') });

/** Maximum bytes that a program may print; an execution with a thousand items prints a lot. */
const MAX_OUTPUT = 256 * 1024 * 1024;
/** Characters at the end of a program's output that an error shows. */
const SHOWN = 4000;

export interface RunOptions {
	cwd?: string;
	uid?: number;
	gid?: number;
	env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end.
 *
 * @throws Error with the end of its output if its exit code is not 0
 */
export async function run(
	command: string,
	args: readonly string[],
	options: RunOptions = {},
): Promise<string> {
	try {
		const { stdout } = await execute(command, args, { maxBuffer: MAX_OUTPUT, ...options });
		return stdout;
	} catch (error) {
		const { stdout, stderr } = printedSchema.parse(error);
		const printed = `${stdout}\n${stderr}`.trim().slice(-SHOWN);
		throw new Error(`${command} ${args.join(' ')} failed:\n${printed}`, { cause: error });
	}
}

/** Runs a program that needs the network, at most three times. */
export async function runWithRetries(
	command: string,
	args: readonly string[],
	options: RunOptions = {},
): Promise<void> {
	for (let tries = 1; ; tries += 1) {
		try {
			await run(command, args, options);
			return;
		} catch (error) {
			if (tries === 3) throw error;
		}
	}
}
