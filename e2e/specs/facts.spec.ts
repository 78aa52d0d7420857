import { expect, test } from '../fixtures/app.ts';
import { openNewPostmortem, postmortem, settledSelection } from '../pages/openPostmortem.ts';

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
