import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../fixtures/app.ts';
import { expect, test } from '../fixtures/app.ts';
import { chooseFileNext } from '../fixtures/dialogs.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';
import { dropFiles, LibraryPage, NewDialog } from '../pages/library.ts';

const newKeys = ({ host }: App): string => (host === 'electron' ? 'ControlOrMeta+N' : 'Alt+N');
const today = (): string => new Date().toISOString().slice(0, 10);

/** Opens the library again, as after a change that another program made. */
async function libraryWith(app: App): Promise<LibraryPage> {
  await app.page.reload();
  const library = new LibraryPage(app.page);
  await library.rows.first().waitFor();
  return library;
}

test('a new postmortem is made by keyboard alone, and is in the list', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await page.keyboard.press(newKeys(app));
  const dialog = new NewDialog(page);
  await expect(dialog.title).toBeFocused();
  await page.keyboard.type('Card payments refused');
  // Severity comes next and offers the template.
  await page.keyboard.press('Tab');
  await expect(dialog.severity('P1')).toBeFocused();
  await expect(dialog.template('Full')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.severity('P2')).toBeChecked();
  await expect(dialog.template('Short')).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(dialog.severity('P0')).toBeChecked();
  await expect(dialog.template('Full')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(dialog.template('Full')).toBeFocused();
  await expect(dialog.incidentId).toHaveValue(/^INC-\d{4}-\d\d-\d\d-001$/);
  // What was offered stays, also when the day ends meanwhile.
  const id = await dialog.incidentId.inputValue();
  expect(Math.abs(Date.parse(id.slice(4, 14)) - Date.now())).toBeLessThan(2 * 86_400_000);
  await page.keyboard.press('Enter');

  const document = new DocumentPage(page);
  await expect(document.title).toHaveValue('Card payments refused');
  await expect(document.body.getByRole('heading', { name: 'Sign-off' })).toBeAttached();
  expect(readdirSync(app.libraryFolder)).toEqual([`${id} Card payments refused.debrief`]);

  const library = new LibraryPage(page);
  await library.back.click();
  const row = library.row('Card payments refused');
  await expect(row).toContainText(id);
  await expect(row.getByRole('img', { name: 'Severity P0' })).toBeVisible();
  await expect(row).toContainText('Draft');
  await expect(row).toContainText(/Just now|\d min ago/);
  // Coming back leads to the row that was open.
  await expect(library.open('Card payments refused')).toBeFocused();
});

test('the next free incident id is offered, and one that is taken is named', async ({ app }) => {
  const page = await app.launch();
  await writePostmortem(app, 'Earlier', [line('Before.')], (doc) => {
    doc.getMap('facts').set('incidentId', `INC-${today()}-001`);
  });
  const library = await libraryWith(app);
  await library.newButton.click();
  await page.getByRole('menuitem', { name: 'Short template' }).click();
  const dialog = new NewDialog(page);
  await expect(dialog.severity('P2')).toBeChecked();
  await expect(dialog.incidentId).toHaveValue(`INC-${today()}-002`);
  await dialog.incidentId.fill(`INC-${today()}-001`);
  await expect(dialog.dialog).toContainText('Earlier has this ID already');
  await page.keyboard.press('Escape');
  await expect(dialog.dialog).toBeHidden();
  await expect(library.newButton).toBeFocused();
});

test('arrows move in the list, Enter opens', async ({ app }) => {
  const page = await app.launch();
  const dated = (day: string) => (doc: import('yjs').Doc) => {
    doc.getMap('facts').set('firstAlert', `2026-11-${day}T10:00`);
  };
  await writePostmortem(app, 'First', [line('One.')], dated('01'));
  await writePostmortem(app, 'Second', [line('Two.')], dated('02'));
  await writePostmortem(app, 'Third', [line('Three.')], dated('03'));
  const library = await libraryWith(app);
  await expect(library.rows.locator('[data-open]')).toHaveText(['Third', 'Second', 'First']);
  await expect(library.open('Third')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(library.open('First')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(new DocumentPage(page).body).toContainText('Two.');
});

test('a file that cannot be read is a row that says why and what to do', async ({ app }) => {
  await app.launch();
  await writePostmortem(app, 'Whole', [line('Fine.')]);
  writeFileSync(join(app.libraryFolder, 'foreign.debrief'), 'This is no postmortem.');
  const library = await libraryWith(app);
  const row = library.row('foreign.debrief');
  await expect(row).toContainText('This is not a Debrief file');
  await expect(row).toContainText('Not read');
  await expect(library.row('Whole')).toContainText('Draft');
  await library.open('foreign.debrief').click();
  await expect(app.page.getByRole('alert')).toContainText('foreign.debrief is not a Debrief file');
  await expect(app.page.getByRole('main')).toBeVisible();
  await app.page.getByRole('button', { name: 'Back to the library' }).click();
  await library.rows.first().waitFor();
  expect(readFileSync(join(app.libraryFolder, 'foreign.debrief'), 'utf8')).toBe('This is no postmortem.');
});

test('Markdown dropped on the window becomes a postmortem and is opened', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  const content = '# Search results stale\n\n## Summary\n\nThe index was nine hours old — 障害.\n';
  await dropFiles(page, [{ name: 'stale.md', content }]);
  const document = new DocumentPage(page);
  await expect(document.body).toContainText('The index was nine hours old — 障害.');
  await expect(document.title).toHaveValue('Search results stale');
});

test('what is to be known about an import is said', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  const content =
    '# Outage\n\nSeverity: SEV2\n\n![graph](images/graph.png)\n\n## Timeline\n\n- 2026-03-08 10:00 Down\n';
  await dropFiles(page, [{ name: 'outage.md', content }]);
  const dialog = page.getByRole('dialog', { name: 'Imported' });
  await expect(dialog).toContainText('outage.md is imported');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'picture' }).last()).toBeVisible();
  await expect(dialog).toContainText('“Severity: SEV2” was not taken over as Severity');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const document = new DocumentPage(page);
  await expect(document.title).toHaveValue('Outage');
  // It has no incident id: the next free one of its first day is offered.
  const incidentId = page.getByRole('combobox', { name: 'Incident ID' });
  await expect(incidentId).toHaveAttribute('placeholder', 'INC-2026-03-08-001');
  await incidentId.click();
  await page.getByRole('option', { name: 'INC-2026-03-08-001' }).click();
  await expect(incidentId).toHaveValue('INC-2026-03-08-001');
  await expect(document.body).not.toContainText('Outage');
});

test('a .debrief file dropped on the window is added, and merged where the library has it', async ({
  app,
}) => {
  const page = await app.launch();
  const path = await writePostmortem(app, 'From elsewhere', [line('Written on another machine.')]);
  const copy = readFileSync(path);
  rmSync(path);
  await page.reload();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await dropFiles(page, [{ name: 'brought.debrief', content: copy }]);
  const document = new DocumentPage(page);
  await expect(document.body).toContainText('Written on another machine.');
  expect(readdirSync(app.libraryFolder)).toEqual(['brought.debrief']);

  await document.typeAfter('Written on another machine.', ' And here.');
  await document.saved();
  await dropFiles(page, [{ name: 'brought.debrief', content: copy }]);
  await expect(page.getByText('What brought.debrief knew more is in this postmortem now')).toBeVisible();
  await expect(document.body).toContainText('Written on another machine. And here.');
  expect(readdirSync(app.libraryFolder)).toEqual(['brought.debrief']);
});

test('a file that is neither is refused with a sentence, and the page stays', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await dropFiles(page, [
    { name: 'slides.key', content: 'no' },
    { name: 'empty.debrief', content: '' },
    { name: 'latin.md', content: Uint8Array.of(0x47, 0xe9, 0x6e) },
  ]);
  const dialog = page.getByRole('dialog', { name: 'Not every file went in' });
  await expect(dialog).toContainText('slides.key is neither a .debrief file nor Markdown.');
  await expect(dialog).toContainText('empty.debrief is empty');
  await expect(dialog).toContainText('latin.md is no text in UTF-8.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
  expect(readdirSync(app.libraryFolder)).toEqual([]);
});

test('a file is opened by its key', async ({ app }) => {
  const page = await app.launch();
  const path = join(app.dataFolder, 'elsewhere.md');
  writeFileSync(path, '# Login codes delayed\n\n## Summary\n\nA queue drained.\n');
  await chooseFileNext(app, path);
  // Early, so that the browser's own dialog is taken over before the key is pressed.
  page.on('filechooser', (chooser) => void chooser.setFiles(path));
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await page.keyboard.press('ControlOrMeta+O');
  await expect(new DocumentPage(page).body).toContainText('A queue drained.');
});

test('a duplicate is a postmortem of its own', async ({ app }) => {
  const page = await app.launch();
  await writePostmortem(app, 'Original', [line('Shared beginning.')]);
  const library = await libraryWith(app);
  await library.row('Original').hover();
  await page.getByRole('button', { name: 'More for Original' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(library.rows).toHaveCount(2);
  await expect(library.rows.filter({ hasText: 'Original.debrief' })).toHaveCount(1);
  await expect(library.rows.filter({ hasText: 'Original 2.debrief' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const document = new DocumentPage(page);
  await document.typeAfter('Shared beginning.', ' Only here.');
  await document.saved();
  await library.back.click();
  // A closed file is written anew beside itself for a moment.
  const files = readdirSync(app.libraryFolder).filter((name) => !name.startsWith('.'));
  expect(files.sort()).toEqual(['Original 2.debrief', 'Original.debrief']);
  const [first, second] = [library.open('Original').nth(0), library.open('Original').nth(1)];
  await first.click();
  const one = await document.body.textContent();
  await library.back.click();
  await second.click();
  await document.body.waitFor();
  const texts = [one, await document.body.textContent()].sort();
  expect(texts).toEqual(['Shared beginning.', 'Shared beginning. Only here.']);
});

test('a narrow window keeps the list whole: the sidebar is a rail and nothing scrolls sideways', async ({
  app,
}) => {
  await app.launch();
  await writePostmortem(app, 'Payout files written with the wrong cut-off date for one day', [line('Text.')]);
  const library = await libraryWith(app);
  const edited = app.page.getByRole('columnheader', { name: 'Last edited' });
  if (app.host === 'chromium') {
    await app.page.setViewportSize({ width: 1440, height: 900 });
    await expect(edited).toBeVisible();
    await app.page.setViewportSize({ width: 900, height: 800 });
  } else {
    await app.electron?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(900, 800),
    );
  }
  await expect(edited).toBeHidden();
  await expect(library.rows.first()).toBeVisible();
  const widths = await app.page.evaluate(() => ({
    rail: document.querySelector('aside')?.getBoundingClientRect().width,
    over: [document.documentElement, ...document.querySelectorAll('main')].map(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  }));
  expect(widths).toEqual({ rail: 52, over: [0, 0] });

  // Narrower still, the columns would leave a title no room: it stands over what is said of it.
  if (app.host !== 'chromium') return;
  await app.page.setViewportSize({ width: 640, height: 800 });
  const box = (name: string) => library.rows.first().getByText(name).first().boundingBox();
  const [title, status] = [await box('Payout files'), await box('Draft')];
  expect(title?.width).toBeGreaterThan(300);
  expect(status?.y).toBeGreaterThan((title?.y ?? 0) + (title?.height ?? 0) - 1);
  await expect(
    app.page.getByRole('row', { name: /Payout files/ }).getByRole('cell', { name: 'Draft' }),
  ).toBeVisible();
});
