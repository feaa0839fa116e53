import type { MetadataJson } from 'libphonenumber-js/core';

/** The text of a module that exports the plans. */
export function plansModule(plans: unknown): string;
export function withoutFormats(plans: unknown): MetadataJson;
