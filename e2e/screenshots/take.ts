import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import * as Y from 'yjs';
import type { Facts } from '../../shared/document/facts.ts';
import { bodyOf } from '../../shared/document/layout.ts';
import { startServer, stop } from '../fixtures/browserHost.ts';
import { browserFlags, hostEnvironment, obtained } from '../fixtures/host.ts';
import { SAMPLE_FACTS } from '../fixtures/samplePostmortem.ts';
import { shootDesktop } from './desktop.ts';
import { shootPrintPages } from './printPages.ts';
import { writeDamagedSample, writeSample } from './samples.ts';
import { OUT, shoot } from './shoot.ts';

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

async function section(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByText(title, { exact: true }).click();
  await page.waitForTimeout(300);
}

/** The keyboard goes to the foot of a timeline; the picture shows it from its heading on. */
async function fromItsHead(page: Page, title: string): Promise<void> {
  await page
    .getByRole('heading', { name: title })
    .first()
    .evaluate((heading) => heading.scrollIntoView());
  await page.waitForTimeout(100);
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

  for (const facts of OTHERS) await writeSample(folders, { facts, status: 'published', withBody: false });
  const sample = await writeSample(folders, { facts: SAMPLE_FACTS, status: 'in-review', withBody: true });
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
  await fromItsHead(page, 'Timeline (UTC)');
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
  for (const [keys, name] of [
    ['Control+Comma', 'settings'],
    ['Control+Slash', 'shortcuts'],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByRole('dialog').waitFor();
    await shoot(page, name);
    await page.keyboard.press('Escape');
  }
  await page.setViewportSize({ width: 900, height: 900 });
  await section(page, 'Timeline (UTC)');
  await fromItsHead(page, 'Timeline (UTC)');
  await shoot(page, 'timeline-900');

  const pdf = join(root, 'sample.pdf');
  execFileSync(process.execPath, ['dist/electron/cli.cjs', 'export', sample, '--to', 'pdf', '--out', pdf], {
    env: hostEnvironment(folders),
  });
  await shootPrintPages(browser, readFileSync(pdf), 2);

  // States that a postmortem can be in, each a real one.
  await page.setViewportSize({ width: 1120, height: 700 });
  const newer = { ...SAMPLE_FACTS, incidentId: 'INC-2026-11-20-001', title: 'Written by a newer version' };
  await writeSample(folders, {
    facts: newer,
    status: 'draft',
    withBody: true,
    change: (doc) => bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]),
  });
  const damaged = { ...SAMPLE_FACTS, incidentId: 'INC-2026-11-21-001', title: 'On a failing disk' };
  await writeDamagedSample(folders, { facts: damaged, status: 'draft', withBody: true });
  for (const [{ title }, name] of [
    [newer, 'read-only'],
    [damaged, 'recovered-text'],
  ] as const) {
    await page.getByRole('button', { name: 'Library', exact: true }).click();
    await page.locator('tbody').getByRole('button', { name: title, exact: true }).click();
    await page.getByRole('main').getByText(title).first().waitFor();
    await page.waitForTimeout(600);
    await shoot(page, name);
  }
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await row.click();
  await page.locator('.ProseMirror').waitFor();
  await stop(server.process, 'SIGTERM');
  await page.getByText('Not saved').first().waitFor();
  await shoot(page, 'not-saved');

  await shootDesktop({ ...folders, data: join(root, 'desktop-data') }, sample);
} finally {
  await browser.close();
  await stop(server.process, 'SIGTERM');
  rmSync(root, { recursive: true, force: true });
}
