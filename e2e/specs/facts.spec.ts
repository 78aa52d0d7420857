import { expect, test } from '../fixtures/app.ts';
import { cell } from '../pages/forms.ts';
import { openNewPostmortem, postmortem, settledSelection } from '../pages/openPostmortem.ts';
import { quickField, rows } from '../pages/timeline.ts';

test('what is typed in a fact at a stretch is undone at once, and undo there goes on through the document', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const title = page.getByRole('textbox', { name: 'Title' });
  const recorder = page.getByRole('combobox', { name: 'Recorder' });
  // Typed in one turn, so that no busy machine tears the stretch apart.
  const typeAtOnce = (text: string) =>
    page.evaluate((typed) => {
      for (const key of typed) document.execCommand('insertText', false, key);
    }, text);
  await title.click();
  await typeAtOnce('123456');
  await expect(title).toHaveValue('123456');
  await recorder.click();
  await typeAtOnce('Dario');
  await expect(recorder).toHaveValue('Dario');
  // What is being typed is no completion of itself.
  await expect(page.getByRole('option')).toHaveCount(0);
  // A step of its own, however soon it comes: so is each line of the text.
  const [first, second] = [postmortem(page).locator('li').first(), postmortem(page).locator('li').last()];
  for (const line of [first, second]) {
    await line.click();
    await settledSelection(page);
    await typeAtOnce('Line');
    await expect(line).toContainText('Line');
  }
  for (const line of [second, first]) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(line).not.toContainText('Line');
  }
  await expect(recorder).toHaveValue('Dario');
  await expect(recorder).not.toBeInViewport();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(recorder).toHaveValue('');
  await expect(recorder).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(title).toHaveValue('123456');
});

test('undo is a field’s own while it holds text that is not in the document, and brings back nothing that is', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const press = async (keys: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) await page.keyboard.press(`ControlOrMeta+${keys}`);
  };
  await test.step('a set', async () => {
    const tenants = page.getByRole('combobox', { name: 'Tenants' });
    const chips = page.getByRole('button', { name: /^Remove (acme|bright)$/ });
    await tenants.click();
    await page.keyboard.type('acme, bright');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await expect(chips).toHaveCount(1);
    await page.keyboard.type('x');
    await press('z', 1);
    await expect(tenants).toHaveValue('');
    await expect(chips).toHaveCount(1);
    await press('z', 4);
    await expect(chips).toHaveCount(0);
    await press('Shift+z', 4);
    await expect(tenants).toHaveValue('');
    await expect(chips).toHaveCount(1);
    await press('z', 1);
    await expect(chips).toHaveCount(0);
  });
  await test.step('a time', async () => {
    const alert = page.getByRole('textbox', { name: 'First alert' });
    await alert.click();
    await page.keyboard.type('2026-11-24 14:02');
    await page.keyboard.press('Enter');
    await page.keyboard.type('5');
    await press('z', 1);
    await expect(alert).toHaveValue('2026-11-24 14:02');
    await press('z', 1);
    await expect(alert).toHaveValue('');
    await press('Shift+z', 3);
    await expect(alert).toHaveValue('2026-11-24 14:02');
  });
  await test.step('a length, and the focus stays at it', async () => {
    const impact = page.getByRole('textbox', { name: /^Customer-visible impact/ });
    const byHand = page.getByRole('button', { name: 'state it by hand' });
    await byHand.press('Enter');
    await expect(impact).toBeFocused();
    await page.keyboard.type('01:30');
    await page.keyboard.press('Enter');
    await page.keyboard.type('5');
    await press('z', 1);
    await expect(impact).toHaveValue('01:30');
    await press('z', 1);
    await expect(byHand).toBeFocused();
    await press('Shift+z', 1);
    await expect(impact).toBeFocused();
    await expect(impact).toHaveValue('01:30');
  });
  await test.step('the due date of an action', async () => {
    await page.getByRole('button', { name: 'Add an action' }).click();
    const due = cell(page.locator('[data-node="actionItem"]'), 'due');
    await due.click();
    await page.keyboard.type('2026-12-01');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type('5');
    await press('z', 1);
    await expect(due).toHaveValue('2026-12-01');
    await press('z', 1);
    await expect(due).toHaveValue('');
    await expect(due).not.toHaveAttribute('data-pending');
  });
  await test.step('the language of code', async () => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.type('``` ');
    const language = page.getByRole('textbox', { name: 'Language of the code' });
    await language.click();
    await page.keyboard.type('js');
    await page.keyboard.press('Enter');
    await language.click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await press('z', 1);
    await expect(language).toHaveValue('js');
    await press('z', 1);
    await expect(language).toHaveValue('');
    await press('Shift+z', 3);
    await expect(language).toHaveValue('js');
  });
  await test.step('a row that is not added yet', async () => {
    const event = quickField(page, 'event');
    await event.click();
    await page.keyboard.type('The alert fired');
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.type('cus');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(event).toHaveValue(/^Customers/);
    await press('z', 1);
    await expect(event).toHaveValue('cus');
    await press('z', 1);
    await expect(event).toHaveValue('');
    await expect(rows(page)).toHaveCount(1);
    await press('z', 1);
    await expect(rows(page)).toHaveCount(0);
    await press('Shift+z', 1);
    await expect(rows(page)).toHaveCount(1);
    await expect(event).toHaveValue('');
    await press('Shift+z', 2);
    await expect(event).toHaveValue(/^Customers/);
    await expect(rows(page)).toHaveCount(1);
  });
});

test('facts are read whole in a narrow window and in a wide one @browser', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const fill = async (role: 'textbox' | 'combobox', name: string, value: string): Promise<void> => {
    await page.getByRole(role, { name, exact: true }).fill(value);
    await page.getByRole(role, { name, exact: true }).press('Tab');
  };
  const severity = page.getByRole('combobox', { name: 'Severity', exact: true });
  await severity.click();
  await page.keyboard.type('P2');
  await page.keyboard.press('Enter');
  await expect(severity).toContainText('Minor');
  await fill('textbox', 'First alert', '2026-11-12 23:52');
  await fill('textbox', 'All-clear', '2026-11-13 01:40');
  await fill('combobox', 'Detected by', 'A customer rang the CEO at home');
  await fill('combobox', 'Incident commander', 'Aleksandra Kowalczyk');
  await fill('textbox', "The commander's team", 'Payments Platform');
  for (const width of [900, 1120, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = page
      .locator('header dd input')
      .evaluateAll((inputs) =>
        inputs
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((input) => input.getAttribute('aria-label')),
      );
    expect(await cut).toEqual([]);
  }
});
