import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { cell, field, text } from '../pages/forms.ts';
import { postmortem, reopen } from '../pages/openPostmortem.ts';

const bar = (page: Page) => page.getByRole('search', { name: 'Find and replace' });
const current = (page: Page) => page.locator('article [data-found="current"]');

test('find goes to facts, cells and text, and replaces in text alone', async ({ app }) => {
  const file = await writePostmortem(
    app,
    'Found',
    [
      line('Ask for Okafor.'),
      { type: 'fieldList', content: [{ type: 'field', attrs: { key: 'revenue' }, content: [line('none')] }] },
      {
        type: 'actionList',
        content: [
          { type: 'actionItem', attrs: { id: 'a', number: 1, owner: 'Okafor' }, content: [line('Alert')] },
        ],
      },
    ],
    (doc) => doc.getMap('facts').set('commander', 'Ines Okafor'),
  );
  await reopen(app, file);
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('okafor');
  const count = bar(page).getByRole('status');
  await expect(count).toContainText('of 3');
  const replace = bar(page).getByRole('button', { name: 'Replace', exact: true });
  while (!(await count.textContent())?.startsWith('1')) await page.keyboard.press('Enter');
  await expect(current(page).getByRole('combobox', { name: 'Incident commander' })).toBeInViewport();
  await expect(replace).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(current(page)).toHaveCount(0);
  await expect(replace).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  const owner = cell(page.locator('[data-node="actionItem"]'), 'owner');
  await expect(current(page).locator('[data-cell="owner"]')).toHaveValue('Okafor');

  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('the commander');
  await bar(page).getByRole('button', { name: 'Replace all' }).click();
  await expect(page.getByText('1 place replaced, 2 in cells and facts stay').last()).toBeVisible();
  await expect(postmortem(page)).toContainText('Ask for the commander.');
  await expect(owner).toHaveValue('Okafor');

  await bar(page).getByRole('textbox', { name: 'Find', exact: true }).fill('nowhere');
  await expect(count).toHaveText('Not found');
  for (const button of [replace, bar(page).getByRole('button', { name: 'Replace all' })]) {
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  }

  await page.keyboard.press('Escape');
  await expect(page.locator('[data-found]')).toHaveCount(0);
  await expect(text(field(page, 'Revenue impact'))).toHaveText('none');
});

test('find shows the section that it leads to, and closing it leads to the cell', async ({ app }) => {
  const heading = { level: 2, section: 'signOff' };
  const file = await writePostmortem(app, 'Found', [
    { type: 'heading', attrs: heading, content: [{ type: 'text', text: 'Sign-off' }] },
    ...Array.from({ length: 40 }, () => line('Nothing here.')),
    { type: 'signOff', content: [{ type: 'signOffRow', attrs: { role: 'CTO', name: 'Linnea Berg' } }] },
  ]);
  await reopen(app, file);
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('linnea');
  await expect(bar(page).getByRole('status')).toHaveText('1 of 1');
  await expect(page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]')).toContainText(
    'Sign-off',
  );
  await page.keyboard.press('Escape');
  await expect(cell(page.locator('[data-node="signOffRow"]'), 'name')).toBeFocused();
});
