import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';
import { LibraryPage } from '../pages/library.ts';

test('FF-18 a file whose beginning is damaged is shown read-only, and is repaired on request, with the original kept aside', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Damaged', [line('Still readable.')]);
  const damaged = readFileSync(path).fill(0, 20, 30);
  writeFileSync(path, damaged);
  const page = await app.launch(path);
  const document = new DocumentPage(page);
  await document.readOnly();
  await expect(page.getByText('Still readable.')).toBeVisible();
  expect(readFileSync(path).equals(damaged)).toBe(true);
  const damage = page.getByText(/^The file is damaged\./);
  await expect(damage).toBeVisible();
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await expect(dismiss).toHaveCount(0);

  await page.getByRole('button', { name: 'Repair' }).click();
  await document.saved();
  const notice = page.getByText(/The file was damaged and has been written anew/);
  const kept = /kept as it was in (.+\.debrief)/.exec((await notice.textContent()) ?? '')?.[1] ?? '';
  expect(kept.startsWith(join(app.dataFolder, 'kept-aside'))).toBe(true);
  expect(readFileSync(kept).equals(damaged)).toBe(true);
  await expect(damage).toHaveCount(0);
  await dismiss.focus();
  await page.keyboard.press('Enter');
  await expect(notice).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
  await document.typeAfter('Still readable.', ' And written again.');
  await document.saved();
  await app.close();
  const text = (await readFile(path)).getXmlFragment('body').toString();
  expect(text).toContain('Still readable. And written again.');
});

test('a file of which a part is damaged is marked in the list, and opens from there; one without any text offers no repair', async ({
  app,
}) => {
  await app.launch();
  const path = await writePostmortem(app, 'Damaged in part', [line('Still readable.')]);
  const bytes = readFileSync(path).fill(0, 20, 30);
  writeFileSync(path, bytes);
  const whole = await writePostmortem(app, 'Whole', [line('Fine.')]);
  await app.page.reload();
  const library = new LibraryPage(app.page);
  await expect(library.row('Damaged in part')).toContainText('A part of this file is damaged');
  await expect(library.row('Whole')).not.toContainText('damaged');
  await library.open('Damaged in part').click();
  await new DocumentPage(app.page).readOnly();
  await expect(app.page.getByRole('button', { name: 'Repair' })).toBeVisible();
  await library.back.click();

  writeFileSync(whole, readFileSync(whole).fill(0, 400, 401));
  await app.page.reload();
  await library.open(basename(whole)).click();
  await expect(app.page.getByText('Look for a whole copy of it')).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Repair' })).toHaveCount(0);
});
