import { runInNewContext } from 'node:vm';

import plans from 'libphonenumber-js/metadata.max.json';

import { plansModule, withoutFormats } from '../../phoneMetadata';

it('has the numbering plans in the bundles as they are without formats', () => {
	const text = plansModule(plans);
	const read = runInNewContext(text.replace(/^export default /, ''));
	expect(JSON.parse(JSON.stringify(read))).toEqual(withoutFormats(plans));
	expect(text.length).toBeLessThan(JSON.stringify(plans).length * 0.75);
});
