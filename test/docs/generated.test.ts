import { generatedFiles } from './generated';

describe('What is generated is up to date (npm run docs refreshes it)', () => {
	it.each(generatedFiles())('$file', ({ actual, expected }) => {
		expect(actual).toBe(expected);
	});
});
