/** Scans the packages that its argument names, and sends the findings to its parent process. */

import { checkContent } from './content.mjs';
import { lintPackage, scanPackage, scanSource } from './scan.mjs';

const findings = [];
for (const { label, source, packed, more, isFirst } of JSON.parse(process.argv[2])) {
	const found = [
		...(await scanSource(source)),
		...(await (isFirst ? scanPackage : lintPackage)(packed)),
		...checkContent(packed, more),
	];
	findings.push(...found.map((finding) => label + finding));
}
process.send(findings, () => process.disconnect());
