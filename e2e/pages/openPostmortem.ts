import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { type App, expect } from '../fixtures/app.ts';
import { writeFromTemplate } from '../fixtures/documents.ts';
import { hostEnvironment } from '../fixtures/host.ts';

interface NewPostmortem {
  readonly severity?: 'P0' | 'P1' | 'P2' | 'P3';
  readonly template?: 'full' | 'short';
}

/** Runs the command line in the folders of the app under test. */
export async function debrief(app: App, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/electron/cli.cjs', ...words], {
    env: hostEnvironment({ data: app.dataFolder, library: app.libraryFolder }),
  });
  return stdout;
}

/** Makes a postmortem from a template and opens it in the app. @returns the path of its file */
export async function openNewPostmortem(app: App, options: NewPostmortem = {}): Promise<string> {
  const { severity = 'P1', template = 'full' } = options;
  const file = await writeFromTemplate(app, template, severity);
  await reopen(app, file);
  return file;
}

/** Closes the app and starts it again with the file, as if that had been double-clicked. */
export async function reopen(app: App, file: string): Promise<void> {
  await app.close();
  await app.launch(file);
  await expect(postmortem(app.page)).toBeVisible();
}

/** The text of the open postmortem. */
export const postmortem = (page: Page) => page.locator('.ProseMirror');

/** Waits until everything is on disk; the words alone do not say so while saving has lasted less than 300 ms. */
export async function expectSaved(page: Page): Promise<void> {
  const label = page.locator('[data-save-state="saved"]').first();
  await expect(label).toContainText('Saved on this device');
}

/** Waits until the editor has heard where the caret went: keys pressed faster than any hand would outrun it. */
export async function settledSelection(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled))),
  );
}
