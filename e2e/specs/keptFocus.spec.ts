import { expect, test } from '../fixtures/app.ts';
import { action, cell, chain, field, question, text, why } from '../pages/forms.ts';
import { openNewPostmortem, postmortem } from '../pages/openPostmortem.ts';
import { goToQuickAdd } from '../pages/timeline.ts';

test('Tab goes on from the caret, and what replaces a control has its focus', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await test.step('Tab in prose goes down the page', async () => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.type('Words');
    await page.keyboard.press('Tab');
    await page.keyboard.type('About 300');
    await expect(text(field(page, 'Number of customers affected'))).toHaveText('About 300');
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'Start from a sentence' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'What belongs here' }).first()).toBeFocused();
  });
  await test.step('Tab from the facts, and past the timeline, writes into no heading', async () => {
    const headings = postmortem(page).getByRole('heading', { level: 2 });
    const names = await headings.allTextContents();
    await page.getByRole('combobox', { name: 'Author' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'What belongs here' }).first()).toBeFocused();
    await goToQuickAdd(page);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('x');
    await goToQuickAdd(page);
    for (const _ of ['event', 'source', 'out']) await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    expect(await headings.allTextContents()).toEqual(names);
  });
  await test.step('Tab in code indents, and leaves it after Esc', async () => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('``` if x');
    await page.keyboard.press('Tab');
    await page.keyboard.type('y');
    await expect(postmortem(page).locator('pre code')).toHaveText('if x  y');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.type('!');
    await expect(text(field(page, 'Number of customers affected'))).toHaveText('!About 300');
  });
  await test.step('from the foot of a form to the text of the next one, and from that back to prose', async () => {
    const lists = page.locator('[data-node="fieldList"]');
    const chaos = field(page, 'Chaos experiments related');
    await text(chaos).click();
    await page.keyboard.press('Tab');
    await expect(lists.filter({ has: chaos }).getByRole('button', { name: 'Add a field' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Posted');
    await expect(text(lists.last().locator('[data-node="field"]').first())).toHaveText('Posted');
    const lessons = postmortem(page).locator('ul').last();
    await lessons.click();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Linked');
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator(':focus')).toHaveText('What belongs here');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Learned');
    await expect(lessons).toHaveText('Learned');
  });
  await test.step('from an action that a why asked for to its owner', async () => {
    await question(why(page, 1)).click();
    await page.keyboard.type('Why?');
    await page.keyboard.press('Alt+a');
    await page.keyboard.type('Enforce a limit');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ruth');
    await expect(cell(action(page, 'A1'), 'owner')).toHaveValue('Ruth');
  });
  await test.step('a chain that stops', async () => {
    await chain(page).getByRole('button', { name: 'This is a system-level truth' }).press('Enter');
    await expect(chain(page).getByRole('button', { name: 'Reopen' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chain(page).getByRole('button', { name: 'This is a system-level truth' })).toBeFocused();
  });
  await test.step('a signature', async () => {
    const roles = page.locator('[data-node="signOffRow"]');
    await cell(roles.nth(0), 'date').click();
    await page.keyboard.type('2026-11-24');
    await page.keyboard.press('Tab');
    await expect(page.locator('body')).not.toBeFocused();
    await expect(cell(roles.nth(1), 'role')).toBeFocused();
    await cell(roles.nth(1), 'name').fill('Linnea');
    await roles
      .nth(1)
      .getByRole('button', { name: /^Sign today/ })
      .press('Enter');
    await expect(cell(roles.nth(1), 'date')).toBeFocused();
  });
  await test.step('the impact', async () => {
    await page.getByRole('button', { name: 'state it by hand' }).press('Enter');
    const impact = page.getByRole('textbox', { name: /^Customer-visible impact/ });
    await expect(impact).toBeFocused();
    await page.keyboard.type('90 min');
    await page.keyboard.press('Enter');
    await expect(impact).toHaveValue('01:30');
    await page.getByRole('button', { name: 'Take it from the timeline' }).press('Enter');
    await expect(page.getByRole('button', { name: 'state it by hand' })).toBeFocused();
  });
  await test.step('the outline that is put away', async () => {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button').first().focus();
    await page.keyboard.press('ControlOrMeta+Backslash');
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden();
    await expect(postmortem(page)).toBeFocused();
  });
});
