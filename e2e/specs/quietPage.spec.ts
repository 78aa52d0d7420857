import { expect, test } from '../fixtures/app.ts';
import { cell, field } from '../pages/forms.ts';
import { openNewPostmortem, postmortem, settledSelection } from '../pages/openPostmortem.ts';

test('an empty library has the focus on the first way to begin', async ({ app }) => {
  await app.launch();
  await expect(app.page.getByRole('button', { name: 'Start with the full template' })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog', { name: 'New postmortem' })).toBeVisible();
});

test('nobody signs without a name', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const row = page.locator('[data-node="signOffRow"]').first();
  const sign = row.getByRole('button', { name: /^Sign today/ });
  await sign.click();
  await expect(cell(row, 'name')).toBeFocused();
  await expect(cell(row, 'date')).toHaveValue('');
  await page.keyboard.type('Ruth');
  await sign.click();
  await expect(cell(row, 'date')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await expect(row.getByRole('img', { name: 'Signed' })).toBeVisible();
});

test('Space keeps what is chosen, and Backspace takes it back', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const exact = field(page, 'Number of customers affected').getByRole('radio', { name: 'Exact' });
  await exact.focus();
  for (const key of ['Space', 'Space', 'Enter']) {
    await page.keyboard.press(key);
    await expect(exact).toHaveAttribute('aria-checked', 'true');
  }
  await page.keyboard.press('Backspace');
  await expect(exact).toHaveAttribute('aria-checked', 'false');
});

test('a section heading stays apart from what stands above it', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const headings = postmortem(page).locator('h2');
  const before = await headings.allTextContents();
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('It rained.');
  await page.keyboard.press('Delete');
  await headings.nth(1).click({ position: { x: 1, y: 10 } });
  await page.keyboard.press('Home');
  await settledSelection(page);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(postmortem(page).locator('h2 + p').first()).toHaveText('It rained.');
  expect(await headings.allTextContents()).toEqual(before);
});

test('with Caps Lock on, the key of the export is no code', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('Words');
  await page.keyboard.press('Shift+Home');
  await settledSelection(page);
  await postmortem(page).evaluate((editor) =>
    editor.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'e',
        code: 'KeyE',
        ctrlKey: true,
        shiftKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  );
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
  await expect(postmortem(page).locator('code')).toHaveCount(0);
});

test('the status is chosen by its shape and its word, and undone in sight, also by the browser’s own menu', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const status = page.getByRole('combobox', { name: 'Status' });
  await expect(status.locator('.lucide-circle-dashed')).toBeVisible();
  await status.click();
  await page.getByRole('option', { name: 'In review' }).click();
  await expect(status.locator('.lucide-circle-dot')).toBeVisible();
  const lessons = postmortem(page).locator('ul').last();
  await lessons.click();
  await settledSelection(page);
  await page.keyboard.insertText('Learned');
  await expect(status).not.toBeInViewport();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'F13', commands: ['undo'] });
  await expect(lessons).toHaveText('');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(lessons).toHaveText('Learned');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(status).toBeInViewport();
  await expect(status.locator('.lucide-circle-dashed')).toBeVisible();
});

test('facts stand in two columns in a narrow window, none of them cut', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.setViewportSize({ width: 900, height: 800 });
  const first = page.getByRole('textbox', { name: 'First alert' });
  await first.fill('2026-11-12 23:52');
  await first.press('Enter');
  await page.getByRole('textbox', { name: 'Recorder' }).or(page.getByLabel('Recorder')).first().focus();
  const clear = page.getByRole('textbox', { name: 'All-clear' });
  const [left, right] = [await first.boundingBox(), await clear.boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect(await first.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true);
});
