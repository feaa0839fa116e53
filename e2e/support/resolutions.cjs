const { appendFileSync } = require('node:fs');
const Module = require('node:module');

/** Loaded into n8n with `--require`: records each module that this package's code requires, and where it was found. */
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
	const file = resolve.call(this, request, parent, ...rest);
	if (parent?.filename?.includes('/n8n-nodes-contact-card/dist/')) {
		appendFileSync(
			`${process.env.N8N_USER_FOLDER}/resolutions`,
			`${JSON.stringify({ request, file })}\n`,
		);
	}
	return file;
};
