/** Takes the pictures of the README and the documents: `npm run screenshots`. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../../sandbox/projectFolder';
import { account as GOWA } from '../../sandbox/providers/gowa/account';
import { startSandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { SEND } from '../../test/support/workflow';
import { Canvas, type NodePanel } from './editor';
import { recordFirstCard } from './firstCard';
import { startSession, type Appearance, type Session } from './session';
import { saveWorkflow, workingCredentials, type SavedWorkflow } from './workflow';

const FOLDER = path.join(ROOT, 'docs/images');
const SIZE = { width: 1440, height: 900 };
/** Pixels of the panel in which nodes are found; below it is empty. */
const SEARCH_HEIGHT = 300;
const SCHEMES = ['light', 'dark'] as const;

const contacts = {
	contact: [
		{
			formattedName: 'Ana Lima',
			phones: { phone: [{ phone: '+447700900001', type: 'CELL' }] },
		},
		{
			formattedName: 'Bruno Reis',
			phones: {
				phone: [
					{ phone: '+447700900002', type: 'CELL' },
					{ phone: '+447700900003', type: 'WORK' },
				],
			},
			company: 'Acme',
		},
	],
};
const recipient = { __rl: true, mode: 'number', value: '+6281234567890' };

type Scene = (session: Session, look: Appearance) => Promise<void>;

/** The pictures by file name, each taken in light and in dark. */
const SCENES: Record<string, (picture: string) => Scene> = {
	search: (picture) => async (session, look) => {
		const canvas = new Canvas(await session.open('/workflow/new', look));
		await canvas.search('vcard', SEND);
		const panel = await canvas.page.getByTestId('node-creator').boundingBox();
		const clip = { x: 0, y: 0, width: 0, ...panel, height: SEARCH_HEIGHT };
		await canvas.page.screenshot({ path: picture, clip });
		await canvas.page.close();
	},
	node: (picture) => async (session, look) => {
		await inPanel(
			session,
			look,
			{ parameters: { provider: 'gowa', recipient, contacts } },
			async (panel) => {
				await panel.execute();
				await panel.output(/^Sent\. GOWA left out/).waitFor();
				await panel.showOutputAs('table');
				await panel.dismissNotices();
				await panel.page.screenshot({ path: picture });
			},
		);
	},
	'recipient-list': (picture) => async (session, look) => {
		await inPanel(session, look, { parameters: { provider: 'gowa', contacts } }, async (panel) => {
			await panel.locator('recipient').chooseMode('From list');
			await panel.locator('recipient').openList();
			await panel.page.screenshot({ path: picture });
		});
	},
	providers: (picture) => async (session, look) => {
		await inPanel(
			session,
			look,
			{ parameters: { provider: 'gowa', recipient, contacts } },
			async (panel) => {
				await panel.open('provider');
				await panel.page.screenshot({ path: picture });
			},
		);
	},
	failure: (picture) => async (session, look) => {
		const workflow: SavedWorkflow = {
			parameters: {
				provider: 'gowa',
				recipient: { ...recipient, value: '={{ $json.phone }}' },
				contacts,
			},
			items: [{ phone: `+${SPECIAL_NUMBERS.notOnWhatsApp}` }, { phone: GOWA.group }],
			onError: 'continueRegularOutput',
		};
		await inPanel(session, look, workflow, async (panel) => {
			await panel.execute();
			await panel.showOutputAs('table');
			await panel.output('notSent').waitFor();
			await panel.dismissNotices();
			await panel.page.screenshot({ path: picture });
		});
	},
};

async function inPanel(
	session: Session,
	look: Appearance,
	workflow: SavedWorkflow,
	work: (panel: NodePanel) => Promise<void>,
): Promise<void> {
	const page = await session.open(await saveWorkflow(session, workflow), look);
	await work(await new Canvas(page).openNode(SEND));
	await page.close();
}

async function main(): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	const sandbox = await startSandbox();
	const session = await startSession(workingCredentials({ ...sandbox.credentials }));
	try {
		const animation = path.join(FOLDER, 'first-card.webp');
		await writeFile(animation, await recordFirstCard(session, sandbox));
		console.log(path.relative(ROOT, animation));
		for (const [name, scene] of Object.entries(SCENES)) {
			for (const colorScheme of SCHEMES) {
				const file = path.join(FOLDER, `${name}${colorScheme === 'dark' ? '.dark' : ''}.png`);
				await scene(file)(session, { colorScheme, viewport: SIZE });
				console.log(path.relative(ROOT, file));
			}
		}
	} finally {
		await session.close();
		await sandbox.close();
	}
}

void main();
