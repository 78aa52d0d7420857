import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { dropFiles, LibraryPage } from '../pages/library.ts';
import { debrief, postmortem } from '../pages/openPostmortem.ts';

const REPORT = `# Cards refused

## Summary

Refusals rose for an hour.

![Refusals by region](pictures/refusals.png)
`;
/** One black pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture that is dropped with the Markdown that shows it is in the postmortem', async ({ app }) => {
  await app.launch();
  await app.page.getByRole('main').waitFor();
  await dropFiles(app.page, [
    { name: 'report.md', content: REPORT, type: 'text/markdown' },
    { name: 'refusals.png', content: PNG, type: 'image/png' },
  ]);
  await expect(postmortem(app.page).locator('img[src^="blob:"]')).toHaveCount(1);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});

test('a picture that did not come along is named, and what to do about it', async ({ app }) => {
  await app.launch();
  await app.page.getByRole('main').waitFor();
  await dropFiles(app.page, [{ name: 'report.md', content: REPORT, type: 'text/markdown' }]);
  const dialog = app.page.getByRole('dialog', { name: 'Imported' });
  await expect(dialog).toContainText('One picture was not found: refusals.png.');
  await expect(dialog).toContainText('Bring the text in together with its pictures');
  await dialog.getByRole('button', { name: 'Go to the postmortem' }).click();
  await expect(postmortem(app.page)).toContainText('pictures/refusals.png');
});

test('Markdown that was double-clicked says what there is to know about it', async ({ app }) => {
  const file = join(app.dataFolder, 'report.md');
  writeFileSync(file, REPORT);
  await app.launch(file);
  await expect(app.page.getByRole('dialog', { name: 'Imported' })).toContainText('refusals.png');
  await expect(postmortem(app.page)).toContainText('Refusals rose for an hour.');
});

test('a file that is copied into the folder of postmortems appears by itself, and goes with it', async ({
  app,
}) => {
  await app.launch();
  const library = new LibraryPage(app.page);
  await app.page.getByRole('main').waitFor();
  const elsewhere = join(app.dataFolder, 'elsewhere.debrief');
  await debrief(app, 'new', '--title', 'From the other laptop', '--out', elsewhere);
  await expect(library.rows).toHaveCount(0);
  copyFileSync(elsewhere, join(app.libraryFolder, 'copied.debrief'));
  await expect(library.open('From the other laptop')).toBeVisible();
  rmSync(join(app.libraryFolder, 'copied.debrief'));
  await expect(library.open('From the other laptop')).toHaveCount(0);
});
