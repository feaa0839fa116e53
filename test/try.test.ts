import { readFileSync } from 'node:fs';
import { readJson } from '../nodes/contact/read/json';
import { readItem } from '../nodes/contact/read/item';
import { dialects } from '../nodes/providers/dialects';
it('x', () => {
	const rows = JSON.parse(readFileSync('/tmp/try/rows.json','utf8')) as Array<any>;
	const out: string[] = [];
	for (const r of rows) {
		const mode = r.__item ? 'item' : 'json';
		const row = r.__item ?? r;
		try {
			const cs = mode === 'item' ? readItem(row, r.columns ?? {}, dialects) : readJson(row, dialects);
			for (const c of cs) {
				const strip = (o: any): any => Array.isArray(o) ? o.map(strip) : o && typeof o === 'object' ? Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined && !(typeof v==='object' && v && Object.keys(v).length===0)).map(([k, v]) => [k, strip(v)])) : o;
				out.push(JSON.stringify(row).slice(0, 200) + '\n   => ' + JSON.stringify(strip(c.draft)) + (c.warnings.length ? '\n   !! ' + c.warnings.map((w) => w.message).join(' | ') : ''));
			}
		} catch (e: any) {
			out.push(JSON.stringify(row).slice(0, 200) + '\n   XX ' + e.message + ' :: ' + String(e.fix).slice(0,150) + (e.fix ? '' : e.stack));
		}
	}
	require('node:fs').writeFileSync('/tmp/try/out.txt', out.join('\n'));
});
