import { expect, test } from '../fixtures/app.ts';
import { cell } from '../pages/forms.ts';
import {
  expectSaved,
  openNewPostmortem,
  postmortem,
  reopen,
  settledSelection,
} from '../pages/openPostmortem.ts';

test('items are ticked by Space and by click, and stay ticked after a restart', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  const list = page.locator('[data-node="checklist"]');
  const boxes = list.getByRole('checkbox');
  await expect(boxes).toHaveCount(6);
  await boxes.nth(0).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(boxes.nth(1)).toBeFocused();
  await boxes.nth(2).click();
  await expect(list).toContainText('2 of 6');
  await page.keyboard.press('Escape');
  await expect(list.locator('[data-node="checkItem"]').nth(2)).toHaveClass(/ProseMirror-selectednode/);
  await expectSaved(page);
  await reopen(app, file);
  const again = app.page.locator('[data-node="checklist"]').getByRole('checkbox');
  await expect(again.nth(0)).toBeChecked();
  await expect(again.nth(1)).not.toBeChecked();
  await expect(again.nth(2)).toBeChecked();
});

test('items are split by Enter, edited, and taken away empty by Backspace', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const list = page.locator('[data-node="checklist"]');
  const items = list.locator('[data-node="checkItem"]');
  await items.nth(5).locator('[data-stop]').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Told the board');
  await expect(items).toHaveCount(7);
  await page.keyboard.press('Home');
  await settledSelection(page);
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('ArrowRight');
  await settledSelection(page);
  await page.keyboard.press('Enter');
  await expect(items.nth(6)).toHaveText(/^Told$/);
  await expect(items.nth(7)).toHaveText(/the board/);
  await list.getByRole('button', { name: 'Add an item' }).click();
  await expect(items).toHaveCount(9);
  await page.keyboard.press('Backspace');
  await expect(items).toHaveCount(8);
});

test('what a P0 asks for is offered when the severity becomes P0, and muted when it no longer is', async ({
  app,
}) => {
  await openNewPostmortem(app, { severity: 'P1' });
  const { page } = app;
  const items = page.locator('[data-node="checkItem"]');
  const roles = page.locator('[data-node="signOffRow"]');
  const severity = page.getByRole('combobox', { name: 'Severity' });
  await expect(items).toHaveCount(6);
  await expect(roles).toHaveCount(3);
  await expect(page.getByRole('button', { name: /P0 asks for/ })).toHaveCount(0);

  await severity.press('c');
  await expect(severity).toContainText('Critical');
  await expect(page.getByRole('button', { name: /P0 asks for/ })).toHaveCount(2);
  await expect(items).toHaveCount(6);
  await page.getByRole('button', { name: /P0 asks for: Public-facing version/ }).click();
  await page.getByRole('button', { name: 'P0 asks for: CTO' }).click();
  await expect(items).toHaveCount(7);
  await expect(cell(roles.nth(3), 'role')).toHaveValue('CTO');
  await expect(page.locator('[data-node="checklist"]')).toContainText('0 of 7');

  await severity.press('m');
  await expect(items).toHaveCount(7);
  await expect(items.nth(6)).toContainText('P0 only');
  await expect(roles.nth(3)).toContainText('P0 only');
  await expect(page.locator('[data-node="checklist"]')).toContainText('0 of 6');
});

test('a letter typed into a choice begins a new word once the choice was left', async ({ app }) => {
  await openNewPostmortem(app, { severity: 'P0' });
  const severity = app.page.getByRole('combobox', { name: 'Severity' });
  await severity.evaluate((control) => {
    const type = (key: string) =>
      control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    control.focus();
    type('x');
    control.blur();
    control.focus();
    type('m');
  });
  await expect(severity).toContainText('Major');
});

test('sign-off: name, date, sign today, a role of its own', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  const table = page.locator('[data-node="signOff"]');
  const rows = table.locator('[data-node="signOffRow"]');
  await expect(rows).toHaveCount(3);
  await cell(rows.nth(0), 'name').fill('Ines Okafor');
  await rows.nth(0).getByRole('button', { name: 'Sign today as Incident Commander' }).click();
  await expect(cell(rows.nth(0), 'date')).toHaveValue(new Date().toISOString().slice(0, 10));
  await expect(table).toContainText('1 of 3');
  // In the outline a key takes the place of the count, and there is none for so late a section.
  const place = page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Sign-off' });
  await place.hover();
  await expect(place.getByText('1/3')).toBeVisible();
  await cell(rows.nth(1), 'name').fill('Yuki Sandoval');
  await cell(rows.nth(1), 'name').press('Tab');
  await page.keyboard.type(`${new Date().getUTCFullYear() + 2}-11-20`);
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toContainText('In the future');
  await expect(rows.nth(1).getByRole('img', { name: 'Signed' })).toBeVisible();
  await expect(table).toContainText('2 of 3');
  await cell(rows.nth(1), 'date').fill('2026-11-20');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).not.toContainText('In the future');
  await table.getByRole('button', { name: 'Add a role' }).click();
  await page.keyboard.type('Security');
  await expect(rows).toHaveCount(4);

  // A role that is taken back leaves the focus in its table, where keys go on working, wherever the text was left.
  await postmortem(page).locator('ul').first().click();
  await table.getByRole('button', { name: 'Add a role' }).click();
  await expect(cell(rows.nth(4), 'role')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(rows).toHaveCount(4);
  await expect(table.getByRole('button', { name: 'Add a role' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Y');
  await expect(rows).toHaveCount(5);

  // Esc selects the row, which is copied as a whole, and which letters leave alone and Delete takes away.
  const copied = page.evaluate(
    () =>
      new Promise((done) => {
        window.addEventListener('copy', (event) => done(event.clipboardData?.getData('text/plain')));
      }),
  );
  await cell(rows.nth(1), 'role').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+C');
  expect(await copied).toBe('Platform Lead\tYuki Sandoval\t2026-11-20');
  await cell(rows.nth(4), 'role').click();
  await page.keyboard.press('Escape');
  await expect(rows.nth(4)).toHaveClass(/ProseMirror-selectednode/);
  await page.keyboard.type('QQ');
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(4);
  await expect(postmortem(page).locator('h2').first()).toHaveText(/^Summary/);
  await expectSaved(page);
  await reopen(app, file);
  const again = app.page.locator('[data-node="signOffRow"]');
  await expect(cell(again.nth(1), 'date')).toHaveValue('2026-11-20');
  await expect(cell(again.nth(3), 'role')).toHaveValue('Security');
});
