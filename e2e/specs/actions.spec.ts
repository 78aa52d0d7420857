import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { action, actions, cell, prompt, text } from '../pages/forms.ts';
import {
  debrief,
  expectSaved,
  openNewPostmortem,
  reopen,
  settledSelection,
} from '../pages/openPostmortem.ts';

const add = { name: 'Add an action' } as const;

test('an action item is filled by keyboard alone, cell by cell, and is there after a restart', async ({
  app,
}) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Alert on refused handshakes');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Linnea Berg');
  await page.keyboard.press('Tab');
  await page.keyboard.type('OBS-811');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2026-12-01');
  await page.keyboard.press('Tab');
  await page.keyboard.press('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('in');
  await expect(action(page, 'A1')).toContainText('In progress');
  await expect(page.getByText('1 of 1 complete')).toBeVisible();
  await expectSaved(page);

  await reopen(app, file);
  const row = action(app.page, 'A1');
  await expect(text(row)).toHaveText('Alert on refused handshakes');
  await expect(cell(row, 'owner')).toHaveValue('Linnea Berg');
  await expect(cell(row, 'ticket')).toHaveValue('OBS-811');
  await expect(cell(row, 'due')).toHaveValue('2026-12-01');
  await expect(cell(row, 'priority')).toHaveAccessibleName('Priority of A1: P1');
  await expect(cell(row, 'status')).toHaveAccessibleName('Status of A1: In progress');
});

test('what an item lacks is marked in its row and counted under the table', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  const row = action(page, 'A1');
  await expect.poll(() => prompt(text(row))).toBe('Say what will exist when it is done');
  await expect(row).toContainText('Assign');
  await expect(row).toContainText('Set a date');
  await expect(page.getByText('0 of 1 complete')).toBeVisible();
  await expect(
    page.getByText('1 lacks a deliverable, 1 lacks an owner, 1 lacks a ticket, 1 lacks a due date'),
  ).toBeVisible();
  await cell(row, 'status').click();
  await page.getByRole('menuitemcheckbox', { name: 'Dropped' }).click();
  await expect(row).not.toContainText('Assign');
  await expect(page.getByText('0 of 0 complete; 1 dropped')).toBeVisible();
});

test('a due date is typed in short forms, picked from a month, or refused with a sentence', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  const due = cell(action(page, 'A1'), 'due');
  const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  await due.click();
  await page.keyboard.type('+2w');
  await page.keyboard.press('Enter');
  await expect(due).toHaveValue(inTwoWeeks);
  await due.fill('fri');
  await due.press('Enter');
  const friday = new Date(`${await due.inputValue()}T00:00:00Z`);
  expect(friday.getUTCDay()).toBe(5);
  await due.fill('2026-02-30');
  await due.press('Enter');
  await expect(page.getByText('There is no such day in the calendar')).toBeVisible();
  await due.fill('when it is quiet');
  await due.press('Tab');
  await expect(due).toHaveValue('when it is quiet');
  await expect(page.getByText('0 of 1 complete')).toBeVisible();
  await due.press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Today (UTC)' }).click();
  await expect(due).toHaveValue(new Date().toISOString().slice(0, 10));
});

test('owners are completed from the people whom the document names', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  await cell(action(page, 'A1'), 'owner').fill('Ruth Adeyemi');
  await page.getByRole('button', add).click();
  const owner = cell(action(page, 'A2'), 'owner');
  await owner.pressSequentially('ade');
  await expect(page.getByRole('option', { name: 'Ruth Adeyemi' })).toBeVisible();
  await owner.press('ArrowDown');
  await owner.press('Enter');
  await expect(owner).toHaveValue('Ruth Adeyemi');
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('numbers are given once: not after a deletion, an undo or a duplicate', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  await page.keyboard.type('one');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(text(action(page, 'A3'))).toHaveText('two');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Delete the action item' }).click();
  await expect(actions(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(action(page, 'A4')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(action(page, 'A4')).toHaveCount(0);
  await text(action(page, 'A1')).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(action(page, 'A5')).toBeVisible();
});

test('rows are added and move by key and keep the caret, empty ones go with Backspace', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('one');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.type('!');
  await expect(actions(page)).toHaveText([/A2two!/, /A1one/]);
  await cell(action(page, 'A1'), 'owner').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(actions(page)).toHaveText([/A1one/, /A2two!/]);
  await expect(cell(action(page, 'A1'), 'owner')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(actions(page)).toHaveCount(3);
  await page.keyboard.press('Backspace');
  await expect(actions(page)).toHaveCount(2);
  await page.keyboard.type('?');
  await expect(text(action(page, 'A1'))).toHaveText('one?');
});

test('undo takes back a cell, then a choice, then the text', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  await page.keyboard.type('one');
  const row = action(page, 'A1');
  await cell(row, 'priority').click();
  await page.getByRole('menuitemcheckbox', { name: /^P2/ }).click();
  await cell(row, 'owner').fill('Ruth');
  await cell(row, 'owner').press('Enter');
  await cell(row, 'status').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(row, 'owner')).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(row, 'priority')).toHaveAccessibleName('Priority of A1: No priority');
  await expect(text(row)).toHaveText('one');
});

test('a row is dragged by its grip', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  for (const words of ['one', 'two', 'three']) {
    await page.getByRole('button', add).click();
    await page.keyboard.type(words);
  }
  await action(page, 'A3').hover();
  const from = await action(page, 'A3').locator('[data-grip]').boundingBox();
  const to = await action(page, 'A1').boundingBox();
  if (from === null || to === null) throw new Error('the rows are not on screen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 4, to.y + 2, { steps: 4 });
  await page.mouse.up();
  await expect(actions(page)).toHaveText([/A3three/, /A1one/, /A2two/]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(actions(page)).toHaveText([/A1one/, /A2two/, /A3three/]);
});

test('two machines that both gave out a number show it with a suffix each', async ({ app }) => {
  // Four starts of the app.
  test.slow();
  const file = await openNewPostmortem(app);
  await app.close();
  const away = join(dirname(app.libraryFolder), 'away');
  await mkdir(away);
  await copyFile(file, join(away, 'before.debrief'));
  for (const machine of ['here', 'there']) {
    // Another machine knows nothing of the document but its file.
    await rm(app.dataFolder, { recursive: true });
    await mkdir(app.dataFolder);
    await copyFile(join(away, 'before.debrief'), file);
    await reopen(app, file);
    await app.page.getByRole('button', add).click();
    await app.page.keyboard.type(machine);
    await expect(action(app.page, 'A1')).toContainText(machine);
    await expectSaved(app.page);
    await app.close();
    await copyFile(file, join(away, `${machine}.debrief`));
  }
  await rm(file);
  await debrief(app, 'merge', join(away, 'here.debrief'), join(away, 'there.debrief'), '--out', file);
  await reopen(app, file);
  await expect(actions(app.page)).toHaveCount(2);
  const labels = await actions(app.page).evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('aria-label')),
  );
  for (const label of labels) expect(label).toMatch(/^A1-[0-9a-z]{2,}$/);
  expect(new Set(labels).size).toBe(2);
});

test('opening a document and going through its cells writes nothing', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  await page.keyboard.type('one');
  await cell(action(page, 'A1'), 'owner').fill('Ruth');
  await expectSaved(page);
  await app.close();
  const before = await readFile(file);
  await reopen(app, file);
  const row = action(app.page, 'A1');
  await text(row).click();
  for (let stop = 0; stop < 5; stop += 1) await app.page.keyboard.press('Tab');
  await cell(row, 'status').click();
  await app.page.keyboard.press('Escape');
  await app.close();
  expect((await readFile(file)).equals(before)).toBe(true);
});

test('Esc selects a row: a copy gets names of its own, what was cut comes back as itself', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  for (const words of ['one', 'two']) {
    await page.getByRole('button', add).click();
    await page.keyboard.type(words);
  }
  await text(action(page, 'A1')).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+c');
  await text(action(page, 'A2')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(actions(page)).toHaveText([/A1one/, /A2two/, /A3one/]);
  await text(action(page, 'A1')).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(actions(page)).toHaveText([/A2two/, /A3one/]);
  await text(action(page, 'A3')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(actions(page)).toHaveText([/A2two/, /A3one/, /A1one/]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(actions(page)).toHaveText([/A2two/, /A3one/]);
  // From a field of a row, too, wherever the text was left.
  await text(action(page, 'A2')).click();
  await cell(action(page, 'A3'), 'ticket').click();
  await page.keyboard.type('T-1');
  await page.keyboard.press('Escape');
  await page.keyboard.type('Z');
  await expect(actions(page)).toHaveText([/A2two/, /A3one/]);
  await expect(cell(action(page, 'A3'), 'ticket')).toHaveValue('T-1');
  await page.keyboard.press('Delete');
  await expect(actions(page)).toHaveText([/A2two/]);
  // The focus stays in a form without rows.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(actions(page)).toHaveCount(0);
  await expect(page.getByRole('button', add)).toBeFocused();
  // So it does when the row that one added there is taken back.
  await page.keyboard.press('Enter');
  await expect(actions(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(actions(page)).toHaveCount(0);
  await expect(page.getByRole('button', add)).toBeFocused();
});

test('deleting from one row into another leaves both, each with its own cells', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  for (const words of ['one', 'two']) {
    await page.getByRole('button', add).click();
    await page.keyboard.type(words);
  }
  await cell(action(page, 'A2'), 'owner').fill('Ruth');
  await text(action(page, 'A1')).click();
  await page.keyboard.press('Home');
  await settledSelection(page);
  await page.keyboard.press('Shift+ArrowDown');
  await settledSelection(page);
  await page.keyboard.press('Delete');
  await expect(actions(page)).toHaveCount(2);
  await expect(text(action(page, 'A1'))).toHaveText('');
  await expect(cell(action(page, 'A2'), 'owner')).toHaveValue('Ruth');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text(action(page, 'A1'))).toHaveText('one');
  // What a cell said comes back in the row that is selected then, not in that of the caret.
  await text(action(page, 'A1')).click();
  await cell(action(page, 'A2'), 'owner').fill('Ines');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(action(page, 'A2'), 'owner')).toHaveValue('Ruth');
  await page.keyboard.press('Delete');
  await expect(actions(page)).toHaveText([/A1one/]);
});

test('undo and redo leave the caret in the row that was moved, or whose words became a list', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', add).click();
  await page.keyboard.type('one');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('three');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(actions(page)).toHaveText([/A3three/, /A1one/, /A2two/]);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(actions(page)).toHaveText([/A1one/, /A2two/, /A3three/]);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(actions(page)).toHaveText([/A3three/, /A1one/, /A2two/]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(actions(page)).toHaveText([/A1one/, /A3three/, /A2two/]);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.type('!');
  await expect(actions(page)).toHaveText([/A3three!/, /A1one/, /A2two/]);

  const first = text(action(page, 'A1'));
  await first.click();
  await page.keyboard.press('Home');
  await settledSelection(page);
  await page.keyboard.type('- ');
  await expect(first.getByRole('listitem')).toHaveText('one');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(first.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(first.getByRole('listitem')).toHaveText('one');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.type('just ');
  await expect(first).toHaveText('just one');

  // Who types the marker before each item, as in Markdown, gets items of one list.
  await page.keyboard.press('Home');
  await settledSelection(page);
  await page.keyboard.type('- ');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- two');
  await expect(first.getByRole('listitem')).toHaveText(['just one', 'two']);
});
