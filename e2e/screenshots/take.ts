import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { createDocument } from '../../electron/services/open-document/index.ts';
import { nodeFileSystem } from '../../electron/storage/nodeFileSystem.ts';
import { createPostmortem } from '../../shared/document/createPostmortem.ts';
import type { Facts } from '../../shared/document/facts.ts';
import { startServer, stop } from '../fixtures/browserHost.ts';
import { browserFlags, obtained } from '../fixtures/host.ts';
import { SAMPLE_BODY, SAMPLE_FACTS } from '../fixtures/samplePostmortem.ts';

const OUT = 'docs/screenshots';
const OTHERS: readonly Partial<Facts>[] = [
  {
    incidentId: 'INC-2026-11-09-001',
    title: 'Search results stale for nine hours in ap-south-1',
    severity: 'P1',
    firstAlert: '2026-11-09T02:10',
  },
  {
    incidentId: 'INC-2026-11-03-001',
    title: 'Payout files written with the wrong cut-off date',
    severity: 'P1',
    firstAlert: '2026-11-03T06:40',
  },
  {
    incidentId: 'INC-2026-10-19-001',
    title: 'Dashboard blank for accounts with over 400 projects',
    severity: 'P2',
    firstAlert: '2026-10-19T13:00',
  },
];

async function write(
  library: string,
  data: string,
  facts: Partial<Facts>,
  status: string,
  withBody: boolean,
) {
  const documentId = crypto.randomUUID();
  const doc = createPostmortem({
    id: documentId,
    created: '2026-11-13T02:00:00Z',
    template: 'full',
    facts,
    status,
    lastAction: 5,
    body: withBody ? SAMPLE_BODY : [],
  });
  const written = await createDocument({
    fs: nodeFileSystem,
    path: join(library, `${facts.incidentId}.debrief`),
    dataFolder: data,
    gate: () => ({ kind: 'ok' }),
    documentId,
    initial: Y.encodeStateAsUpdate(doc),
  });
  await written.close();
}

/** Takes one picture in both themes. */
async function shoot(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((shown) => {
      document.documentElement.dataset.theme = shown;
    }, theme);
    await page.waitForTimeout(250);
    await page.screenshot({
      path: join(OUT, theme === 'light' ? `${name}.png` : `${name}-dark.png`),
      scale: 'css',
    });
  }
}

async function section(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByText(title, { exact: true }).click();
  await page.waitForTimeout(300);
}

const root = mkdtempSync(join(tmpdir(), 'debrief-'));
const folders = { data: join(root, 'data'), library: join(root, 'Documents', 'Postmortems') };
for (const folder of [...Object.values(folders), OUT]) mkdirSync(folder, { recursive: true });
const server = await startServer(folders);
const browser = await chromium.launch({
  executablePath: obtained('DEBRIEF_BROWSER'),
  args: [...browserFlags],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(server.address);
  await page.getByRole('main').first().waitFor();
  await page.waitForTimeout(600);
  await shoot(page, 'library-empty');

  for (const facts of OTHERS) await write(folders.library, folders.data, facts, 'published', false);
  await write(folders.library, folders.data, SAMPLE_FACTS, 'in-review', true);
  await page.reload();
  const row = page.getByText('Card payments refused').first();
  await row.waitFor();
  await shoot(page, 'library');
  await page.getByRole('button', { name: 'New postmortem' }).first().click();
  await page.waitForTimeout(300);
  await shoot(page, 'library-new');
  await page.keyboard.press('Escape');

  await row.click();
  await page.locator('.ProseMirror').waitFor();
  await page.waitForTimeout(600);
  await shoot(page, 'editor');
  await section(page, 'Timeline (UTC)');
  await shoot(page, 'timeline');
  await section(page, 'Root cause (5 Whys)');
  await shoot(page, 'whys');
  await section(page, 'Action items');
  await shoot(page, 'actions');
  await section(page, 'Publication checklist');
  await shoot(page, 'checklist');
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(300);
  await shoot(page, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('vault');
  await page.waitForTimeout(300);
  await shoot(page, 'find');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 900, height: 900 });
  await section(page, 'Timeline (UTC)');
  await shoot(page, 'timeline-900');
} finally {
  await browser.close();
  await stop(server.process, 'SIGTERM');
  rmSync(root, { recursive: true, force: true });
}
