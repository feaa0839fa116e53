import type { MetadataJson } from 'libphonenumber-js/core';

export function withoutFormats(plans: unknown): MetadataJson;
