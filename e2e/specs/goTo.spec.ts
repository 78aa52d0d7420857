import { expect, test } from '../fixtures/app.ts';
import { cell, field, text } from '../pages/forms.ts';
import { openNewPostmortem, postmortem, settledSelection } from '../pages/openPostmortem.ts';
import { Palette } from '../pages/palette.ts';
import { quickField } from '../pages/timeline.ts';

test('going to a section leads to where one writes in it, and leaves its heading alone', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const headings = postmortem(page).locator('h2');
  const before = await headings.allTextContents();
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('On 23 November it rained.');
  await expect(postmortem(page).locator('h2 + p')).toHaveText('On 23 November it rained.');
  await page.keyboard.press('Alt+3');
  await page.keyboard.type('About 300');
  await expect(text(field(page, 'Number of customers affected'))).toHaveText('About 300');
  // The section that the caret is in, though another one is at the top of the page.
  const current = page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]');
  await quickField(page, 'event').click();
  await expect(current).toContainText('Timeline');
  await text(field(page, 'Number of customers affected')).click();
  await expect(current).toContainText('Customer impact');
  await page.keyboard.press('Alt+4');
  await expect(quickField(page, 'event')).toBeFocused();
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('textbox', { name: /^Alert name/ })).toBeFocused();
  await new Palette(page).run('lessons');
  await page.keyboard.type('A lesson');
  await expect(postmortem(page).locator('li').filter({ hasText: 'A lesson' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Sign-off').click();
  await expect(cell(page.locator('[data-node="signOffRow"]').first(), 'name')).toBeFocused();
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Publication checklist').click();
  await expect(page.locator('[data-node="checklist"]').getByRole('checkbox').first()).toBeFocused();
  await text(field(page, 'Number of customers affected')).click();
  await settledSelection(page);
  await page.keyboard.press('ControlOrMeta+End');
  await expect(cell(page.locator('[data-node="signOffRow"]').last(), 'date')).toBeFocused();
  await text(field(page, 'Number of customers affected')).click();
  await settledSelection(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(current).toContainText('Summary');
  expect(await headings.allTextContents()).toEqual(before);
});

test('a summary that is started from a sentence is gone on with in its first gap', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', { name: 'Start from a sentence' }).click();
  await page.keyboard.type('checkout');
  await expect(postmortem(page).locator('h2 + p')).toContainText('YYYY-MM-DD, checkout was … for …');
});
