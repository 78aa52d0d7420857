import { expect, test } from '../fixtures/app.ts';
import { DocumentPage } from '../pages/document.ts';
import { LibraryPage, NewDialog } from '../pages/library.ts';

test('settings hold at once, in a new postmortem, and after a restart', async ({ app }) => {
  await app.launch();
  let { page } = app;
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await page.keyboard.press('ControlOrMeta+Comma');
  let dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByRole('radio', { name: 'Letter' }).click();
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ruth Adeyemi');
  await dialog.getByRole('textbox', { name: 'Channel' }).fill('#incidents');
  await dialog.getByRole('textbox', { name: 'Wiki path' }).fill('wiki/incidents/');
  await dialog.getByRole('textbox', { name: 'Project board' }).fill('OPS');
  await dialog.getByRole('textbox', { name: 'Meeting' }).fill('weekly review');
  // Esc keeps what was written: there is nothing to lose in a setting.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press(app.host === 'electron' ? 'ControlOrMeta+N' : 'Alt+N');
  await new NewDialog(page).create.click();
  const document = new DocumentPage(page);
  await expect(page.getByRole('combobox', { name: 'Author' })).toHaveValue('Ruth Adeyemi');
  for (const words of ['#incidents', 'wiki/incidents/', 'OPS', 'weekly review']) {
    await expect(document.body).toContainText(words);
  }
  await page.keyboard.press('ControlOrMeta+P');
  await expect(page.getByRole('radio', { name: 'Letter' })).toBeChecked();
  await page.keyboard.press('Escape');
  await document.saved();

  page = await app.relaunch();
  await new LibraryPage(page).rows.first().waitFor();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('ControlOrMeta+Comma');
  dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ruth Adeyemi');
  await expect(dialog.getByRole('radio', { name: 'Letter' })).toBeChecked();
});

test('a place that is emptied is the usual one again', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await page.keyboard.press('ControlOrMeta+Comma');
  await dialog.getByRole('textbox', { name: 'Channel' }).fill('  ');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Comma');
  await expect(dialog.getByRole('textbox', { name: 'Channel' })).toHaveValue('#postmortems');
});
