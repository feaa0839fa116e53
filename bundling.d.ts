import type { Plugin } from 'esbuild';

/** Bundled entries. */
export interface Bundle {
	/** Each entry, and what several of them share: its path from the project's folder, and its code as CommonJS. */
	modules: Array<{ file: string; code: string }>;
	/** The files whose code is in them, by their path from the project's folder. */
	files: string[];
	/** The folders of the packages of others whose code is in them. */
	packages: string[];
}

/**
 * Bundles entries. What several of them need becomes a module that they share.
 *
 * @param sources paths from the project's folder
 * @param plugins of esbuild, beside those that every bundle has
 */
export function bundle(sources: readonly string[], plugins?: readonly Plugin[]): Promise<Bundle>;

/** The name of the file with the licences of everything that is bundled. */
export const NOTICES: string;

/** The licences of packages, as one text. @param packages their folders */
export function notices(packages: readonly string[]): string;

/** A module of the words of rows as the bundle has it. @param source of words.ts or roles.ts in nodes/contact/rows */
export function shortWords(source: string): string;
