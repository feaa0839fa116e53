const { default: Sequencer } = require('@jest/test-sequencer');

/** Runs the test files by path, so that every run has the same order on every machine. */
module.exports = class PathSequencer extends Sequencer {
	sort(tests) {
		return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
	}
};
