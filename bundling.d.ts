import type { Plugin } from 'esbuild';

/** A bundled entry. */
export interface Bundle {
	code: string;
	/** The files whose code is in it, by their path from the project's folder. */
	files: string[];
	/** The folders of the packages of others whose code is in it. */
	packages: string[];
}

/**
 * Bundles an entry.
 *
 * @param source path from the project's folder
 * @param plugins of esbuild, beside those that every bundle has
 */
export function bundle(source: string, plugins?: readonly Plugin[]): Promise<Bundle>;

/** The name of the file with the licences of everything that is bundled. */
export const NOTICES: string;

/** The licences of packages, as one text. @param packages their folders */
export function notices(packages: readonly string[]): string;
