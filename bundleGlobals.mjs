/**
 * What the bundled zod takes for `globalThis`, where it keeps its configuration: an object of the bundle's own, so that
 * no other zod on the instance sees it or changes it. `jitless`: n8n forbids code that is made from text.
 */
export const bundleGlobals = { __zod_globalConfig: { jitless: true } };
