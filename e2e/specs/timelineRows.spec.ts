import { expect, test } from '../fixtures/app.ts';
import {
  expectSaved,
  openNewPostmortem,
  postmortem,
  reopen,
  settledSelection,
} from '../pages/openPostmortem.ts';
import {
  eventOf,
  goToQuickAdd,
  metric,
  paste,
  quickField,
  rowOf,
  rows,
  shownRows,
  sourceOf,
  timeField,
  timeline,
  timeOf,
  typeQuickRow,
} from '../pages/timeline.ts';

test('a time that cannot be settled stays as it was typed, is flagged, and is settled with one press', async ({
  app,
}) => {
  const file = await openNewPostmortem(app);
  await goToQuickAdd(app.page);
  await typeQuickRow(app.page, { time: '14:02 CET-0500', event: 'contradictory' });
  await typeQuickRow(app.page, { time: '2026-11-24 14:02', event: 'certain' });
  await typeQuickRow(app.page, { time: '14:05 IST', event: 'ambiguous' });
  await typeQuickRow(app.page, { time: 'after lunch', event: 'vague' });
  await expectSaved(app.page);
  await reopen(app, file);
  const { page } = app;
  await expect(timeOf(rowOf(page, 'contradictory'))).toHaveText('14:02 CET-0500');
  await expect(rowOf(page, 'contradictory')).toContainText('May be a range, or a time with its offset');
  await expect(timeOf(rowOf(page, 'ambiguous'))).toHaveText('14:05 IST');
  await expect(rowOf(page, 'ambiguous')).toContainText('IST is used in India');
  await expect(timeOf(rowOf(page, 'vague'))).toHaveText('after lunch');
  await expect(rowOf(page, 'vague')).toContainText('Not a time that Debrief can read');
  await rowOf(page, 'ambiguous').getByRole('button', { name: 'UTC+1 (Ireland)' }).press('Enter');
  await expect(postmortem(page)).toBeFocused();
  await expect(timeOf(rowOf(page, 'ambiguous'))).toHaveText('13:0514:05 IST');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(timeOf(rowOf(page, 'ambiguous'))).toHaveText('14:05 IST');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(timeOf(rowOf(page, 'ambiguous'))).toHaveText('13:0514:05 IST');
  await expect(rowOf(page, 'ambiguous')).toContainText('Comes before the row above');
  await rowOf(page, 'vague').getByRole('button', { name: 'Change the time' }).click();
  await expect(timeField(rowOf(page, 'vague'))).toHaveValue('after lunch');
  await page.keyboard.type('~1430');
  await expect(rowOf(page, 'vague')).toContainText('~14:30 UTC, Tuesday 24 November 2026');
  await page.keyboard.press('Enter');
  await expect(timeOf(rowOf(page, 'vague'))).toHaveText('~14:30');
});

test('a row out of order is moved into order by Alt O, kept, or moved by hand; each is undone', async ({
  app,
}) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  for (const [time, event] of [
    ['2026-11-13 00:26', 'traces'],
    ['00:34', 'bundle'],
    ['00:41', 'decision'],
    ['00:31', 'status'],
  ] as const) {
    await typeQuickRow(page, { time, event });
  }
  await expect(rowOf(page, 'status')).toContainText('Move up 2 rows');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+o');
  expect(await shownRows(page)).toEqual(['00:26 traces', '00:31 status', '00:34 bundle', '00:41 decision']);
  await expect(timeField(rowOf(page, 'status'))).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await shownRows(page)).toEqual(['00:26 traces', '00:34 bundle', '00:41 decision', '00:31 status']);

  await rowOf(page, 'status').getByRole('button', { name: 'Keep here' }).click();
  await expect(rowOf(page, 'status')).not.toContainText('Comes before');
  await eventOf(rowOf(page, 'bundle')).click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.type('!');
  expect(await shownRows(page)).toEqual(['00:26 traces', '00:41 decision', '00:34 bundle!', '00:31 status']);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await shownRows(page)).toEqual(['00:34 bundle!', '00:26 traces', '00:41 decision', '00:31 status']);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await shownRows(page)).toEqual(['00:26 traces', '00:34 bundle!', '00:41 decision', '00:31 status']);
  await expectSaved(page);
  await reopen(app, file);
  expect(await shownRows(app.page)).toEqual([
    '00:26 traces',
    '00:34 bundle!',
    '00:41 decision',
    '00:31 status',
  ]);
  await expect(rowOf(app.page, 'status')).not.toContainText('Comes before');
});

test('milestones are marked by Alt M, several on a row, and the lengths follow', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:00', event: 'errors rise' });
  await typeQuickRow(page, { time: '14:10', event: 'alert fires' });
  await expect(metric(page, 'detect')).toContainText('??');
  await eventOf(rowOf(page, 'errors rise')).click();
  await settledSelection(page);
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('imp');
  await page.keyboard.press('Enter');
  await eventOf(rowOf(page, 'alert fires')).click();
  await settledSelection(page);
  for (const milestone of ['First alert', 'Acknowledged']) {
    await page.keyboard.press('Alt+m');
    await page.keyboard.type(milestone);
    await page.keyboard.press('Enter');
  }
  await expect(metric(page, 'detect')).toContainText('10 min');
  await expect(metric(page, 'acknowledge')).toContainText('0 min');
  await expect(rowOf(page, 'errors rise').getByRole('row')).toHaveAttribute(
    'aria-description',
    'Impact starts',
  );
  await expect(rowOf(page, 'alert fires').getByRole('row')).toHaveAttribute(
    'aria-description',
    'First alert. Acknowledged',
  );
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await expect(metric(page, 'detect')).toContainText('??');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(metric(page, 'detect')).toContainText('10 min');
});

test('a usual row is offered while typing and by one click, and is content only when it is added', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await timeline(page).getByRole('button', { name: 'start from a usual row' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(17);
  await page.getByRole('option', { name: 'Page sent: to whom' }).click();
  await expect(quickField(page, 'event')).toHaveValue('Page sent to ');
  await expect(quickField(page, 'event')).toBeFocused();
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.type('Tomasz');
  await page.keyboard.press('Enter');
  await expect(eventOf(rows(page).first())).toHaveText('Page sent to Tomasz');
  await page.keyboard.type('acknow');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(quickField(page, 'event')).toHaveValue('Primary on-call acknowledges');
  const now = new Date().toISOString().slice(0, 10);
  await page.keyboard.press('Enter');
  const row = rows(page).nth(1);
  await expect(row.getByRole('row')).toHaveAttribute('aria-description', 'Acknowledged');
  await expect(timeOf(row).getByRole('button')).toHaveAccessibleName(/^\d\d:\d\d UTC, /);
  await expect(timeOf(row).getByRole('button')).toHaveAccessibleName(new RegExp(`${Number(now.slice(8))} `));

  await page.keyboard.type('disk full');
  const take = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Usual rows' }).click();
    await page.getByRole('option', { name }).click();
  };
  await take('First alert');
  await expect(quickField(page, 'event')).toHaveValue('disk full');
  await take('Diagnosis');
  await expect(quickField(page, 'event')).toHaveValue('Diagnosis: disk full');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(quickField(page, 'event')).toHaveValue('disk full');
  // What is not added yet is seen from anywhere.
  await quickField(page, 'source').fill('df -h');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await expect(quickField(page, 'source')).toBeVisible();
  await quickField(page, 'event').press('Enter');
  await expect(rows(page).nth(2).getByRole('row')).not.toHaveAttribute('aria-description', /./);
  await expect(sourceOf(rows(page).nth(2))).toHaveText('df -h');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await expect(quickField(page, 'source')).toBeHidden();

  // A clock before the words is the row's time, and one undo gives it back as it was typed.
  await quickField(page, 'event').fill('2026-11-24 14:02 Rolled back');
  await expect(page.getByText('Not added yet')).toBeVisible();
  await expect(page.getByText('Without a time')).toHaveCount(0);
  await quickField(page, 'event').press('Enter');
  await expect(eventOf(rows(page).nth(3))).toHaveText('Rolled back');
  await expect(timeOf(rows(page).nth(3))).toHaveText('14:02');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(eventOf(rows(page).nth(3))).toHaveText('2026-11-24 14:02 Rolled back');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows(page)).toHaveCount(3);
});

test('the row menu inserts, duplicates and deletes, and a deleted row comes back', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:02', event: 'alpha', milestones: ['first'] });
  const choose = async (entry: string): Promise<void> => {
    await rowOf(page, 'alpha').first().hover();
    await rowOf(page, 'alpha').first().getByRole('button', { name: 'Row menu' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await choose('Duplicate');
  expect(await shownRows(page)).toEqual(['14:02 alpha', '14:02 alpha']);
  await choose('Insert row above');
  await page.keyboard.type('14:01');
  await page.keyboard.press('Enter');
  await page.keyboard.type('before');
  expect(await shownRows(page)).toEqual(['14:01 before', '14:02 alpha', '14:02 alpha']);
  await choose('Delete the row');
  expect(await shownRows(page)).toEqual(['14:01 before', '14:02 alpha']);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await shownRows(page)).toEqual(['14:01 before', '14:02 alpha', '14:02 alpha']);
});

test('the pointer over a time shows the local time and the minutes since the first alert', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '2026-11-12 23:52', event: 'alert fires', milestones: ['first'] });
  await typeQuickRow(page, { time: '00:41', event: 'decision' });
  await timeOf(rowOf(page, 'decision')).hover();
  await expect(page.getByText('19:41 in New York · +49 min')).toBeVisible();
});

test('a table with times and more columns is turned into a timeline that keeps all of it', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  const line = (tag: string, ...words: readonly string[]): string =>
    `<tr>${words.map((word) => `<${tag}>${word}</${tag}>`).join('')}</tr>`;
  await paste(
    page,
    'a table',
    `<table>${line('th', 'Time', 'Who', 'What happened')}${line('td', '23:52', 'Ines', 'declares <b>P0</b>')}${line('td', '00:03', 'Tomasz', 'fails over')}</table>`,
  );
  await page.getByRole('button', { name: 'Turn into timeline' }).click();
  await expect(page.getByText(/its first time names no day, so \d{4}-\d\d-\d\d was taken/)).toBeVisible();
  await expect(timeline(page)).toHaveCount(2);
  expect(await shownRows(page)).toEqual(['23:52 declares P0 Who: Ines', '00:03 fails over Who: Tomasz']);
  await expect(eventOf(rows(page).first()).locator('strong')).toHaveText('P0');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(timeline(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Turn into timeline' })).toBeVisible();
});
