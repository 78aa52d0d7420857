import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../fixtures/app.ts';
import { expect } from '../fixtures/app.ts';

/**
 * Exports the open postmortem from its dialog as a person does: in the desktop the system's own dialog is
 * answered with a path, in a browser the file comes as a download. @returns the bytes and where they lie
 */
export async function exported(
  app: App,
  to: 'Markdown' | 'PDF',
): Promise<{ path: string; bytes: Uint8Array }> {
  const { page, electron } = app;
  const wanted = join(app.libraryFolder, `exported.${to === 'PDF' ? 'pdf' : 'md'}`);
  await electron?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath, bookmark: '' });
  }, wanted);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${to}`) }).click();
  const button = dialog.getByRole('button', { name: `Export ${to}` });
  if (electron !== undefined) {
    await button.click();
    await expect(dialog).toBeHidden({ timeout: 60_000 });
    return { path: wanted, bytes: readFileSync(wanted) };
  }
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()]);
  await download.saveAs(wanted);
  await expect(dialog).toBeHidden();
  return { path: wanted, bytes: readFileSync(wanted) };
}
