import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { field, text } from '../pages/forms.ts';
import {
  expectSaved,
  openNewPostmortem,
  postmortem,
  reopen,
  settledSelection,
} from '../pages/openPostmortem.ts';
import { goToQuickAdd, paste, rowOf, rows, sourceOf, typeQuickRow } from '../pages/timeline.ts';

const ADDRESS = 'https://grafana.example/d/1';
const links = (page: Page) => postmortem(page).locator('a');

test('a typed address becomes a link when it is left, and one undo gives the plain text back', async ({
  app,
}) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(`See ${ADDRESS}`);
  await expect(postmortem(page)).toContainText(ADDRESS);
  await expect(links(page)).toHaveCount(0);
  await page.keyboard.type(' ');
  await expect(links(page)).toHaveText(ADDRESS);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(links(page)).toHaveCount(0);
  await expect(postmortem(page)).toContainText(`See ${ADDRESS}`);
  await page.keyboard.type(' and more, ');
  await expect(postmortem(page)).toContainText(`See ${ADDRESS} and more`);
  await expect(links(page)).toHaveCount(0);

  await page.keyboard.type('www.example.com.');
  await page.keyboard.press('Enter');
  await expect(links(page)).toHaveAttribute('href', 'https://www.example.com');
  await expect(links(page)).toHaveText('www.example.com');
  await page.keyboard.type('javascript:alert(1) example.com `https://in.example` ');
  await expect(postmortem(page).locator('code')).toHaveText('https://in.example');
  await expect(links(page)).toHaveCount(1);
  await expectSaved(page);
  await reopen(app, file);
  await expect(links(app.page)).toHaveText('www.example.com');
});

test('an address in a field is a link once the field is left, typed or pasted', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await text(field(page, 'Number of customers affected')).click();
  await page.keyboard.type(ADDRESS);
  await text(field(page, 'Revenue impact')).click();
  await expect(links(page)).toHaveText(ADDRESS);
  await settledSelection(page);
  await paste(page, 'at https://pasted.example/x.');
  await expect(text(field(page, 'Revenue impact')).locator('a')).toHaveText('https://pasted.example/x');
});

test("an address in a row's source is a link: typed, or in a range of cells", async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:02', event: 'alpha' });
  await typeQuickRow(page, { time: '14:03', event: 'beta' });
  await sourceOf(rowOf(page, 'alpha')).click();
  await settledSelection(page);
  await page.keyboard.type(ADDRESS);
  await sourceOf(rowOf(page, 'beta')).click();
  await expect(sourceOf(rowOf(page, 'alpha')).locator('a')).toHaveAttribute('href', ADDRESS);
  await settledSelection(page);
  const cells = (row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const range = [
    ['14:05', 'gamma', 'https://sheet.example/1'],
    ['14:06', 'delta', 'pager'],
  ];
  await paste(
    page,
    range.map((row) => row.join('\t')).join('\n'),
    `<table>${range.map(cells).join('')}</table>`,
  );
  await expect(rows(page)).toHaveCount(4);
  await expect(sourceOf(rowOf(page, 'gamma')).locator('a')).toHaveText('https://sheet.example/1');
});
