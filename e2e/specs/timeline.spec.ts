import { expect, test } from '../fixtures/app.ts';
import { action, text } from '../pages/forms.ts';
import { expectSaved, openNewPostmortem, reopen, settledSelection } from '../pages/openPostmortem.ts';
import {
  eventOf,
  goToQuickAdd,
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

test('rows are written from within rows: Tab from cell to cell, Ctrl Enter to the next', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '2026-11-24 14:02', event: 'first' });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('+5m');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Enter');
  await page.keyboard.type('its second paragraph');
  await page.keyboard.press('Tab');
  await page.keyboard.type('https://example.com/log');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('third');
  expect(await shownRows(page)).toEqual(['14:02 first', '14:07 second its second paragraph', '?? third']);
  await expect(sourceOf(rowOf(page, 'second')).locator('a')).toHaveAttribute(
    'href',
    'https://example.com/log',
  );

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('14:20');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(quickField(page, 'time')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('log');
  await expect(sourceOf(rowOf(page, 'third'))).toHaveText('log');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  expect(await shownRows(page)).toEqual(['14:02 first', '14:20 third']);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await shownRows(page)).toEqual(['14:02 first', '14:07 second its second paragraph', '14:20 third']);
});

test('arrows go from row to row and out of the timeline, Backspace takes an empty row away', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  for (const [time, event] of [
    ['14:02', 'alpha'],
    ['14:03', 'beta'],
  ] as const) {
    await typeQuickRow(page, { time, event });
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(timeField(rowOf(page, 'alpha'))).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.type('>');
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  expect(await shownRows(page)).toEqual(['14:02 alpha!', '14:03 >beta']);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Backspace');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.type('?');
  expect(await shownRows(page)).toEqual(['14:02 alpha!', '14:03 >beta?']);
  await page.keyboard.press('ArrowDown');
  await expect(quickField(page, 'event')).toBeFocused();
});

test('a row is dragged by its grip', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  for (const [time, event] of [
    ['14:02', 'one'],
    ['14:03', 'two'],
    ['14:04', 'three'],
  ] as const) {
    await typeQuickRow(page, { time, event });
  }
  await rowOf(page, 'one').hover();
  const from = await rowOf(page, 'one').getByRole('row').boundingBox();
  const to = await rowOf(page, 'three').boundingBox();
  if (from === null || to === null) throw new Error('the rows are not on screen');
  await page.mouse.move(from.x + 8, from.y + 18);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 6 });
  await page.mouse.up();
  expect(await shownRows(page)).toEqual(['14:03 two', '14:04 three', '14:02 one']);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await shownRows(page)).toEqual(['14:02 one', '14:03 two', '14:04 three']);
});

test('a key acts where the caret was just put, also while the editor has not been told of it', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:00', event: 'errors rise' });
  await typeQuickRow(page, { time: '14:10', event: 'alert fires' });
  await eventOf(rowOf(page, 'errors rise')).click();
  await settledSelection(page);
  await page.evaluate(() =>
    window.addEventListener(
      'selectionchange',
      (event) => {
        if (event.isTrusted) event.stopImmediatePropagation();
      },
      true,
    ),
  );
  await eventOf(rowOf(page, 'alert fires')).click();
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('First alert');
  await page.keyboard.press('Enter');
  const described = (event: string) => rowOf(page, event).getByRole('row');
  await expect(described('alert fires')).toHaveAttribute('aria-description', 'First alert');
  await expect(described('errors rise')).not.toHaveAttribute('aria-description', /./);
});

test('a selection over several rows is deleted without joining their times', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  for (const [time, event] of [
    ['14:02', 'alpha'],
    ['14:03', 'beta'],
    ['14:04', 'gamma'],
  ] as const) {
    await typeQuickRow(page, { time, event });
  }
  await eventOf(rowOf(page, 'alpha')).click();
  await page.keyboard.press('Home');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.down('Shift');
  await eventOf(rowOf(page, 'gamma')).click({ position: { x: 200, y: 18 } });
  await page.keyboard.up('Shift');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('beta');
  await page.keyboard.press('Backspace');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.type('!');
  await expect(eventOf(rows(page).first())).toHaveText('al!');
  await expect(timeOf(rows(page).nth(1))).toHaveText('14:04');
});

test('nothing scrolls sideways in a narrow window, and an action is read whole there', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, {
    time: '14:02:31-14:12:05',
    event: 'a_very_long_name_without_any_place_to_break_it_anywhere_in_the_middle_of_the_line',
    source: 'https://example.com/a/very/long/address/without/any/place/to/break/it',
  });
  await typeQuickRow(page, { time: '14:01 XYZ', event: 'unsettled' });
  await page.getByRole('button', { name: 'Add an action' }).click();
  const words = text(action(page, 'A1'));
  for (const width of [900, 700, 640]) {
    if (app.electron === undefined) await page.setViewportSize({ width, height: 700 });
    else {
      await app.electron.evaluate(
        ({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 700),
        width,
      );
    }
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    await eventOf(rows(page).first()).click();
    expect((await eventOf(rows(page).first()).boundingBox())?.width).toBeGreaterThan(150);
    const tooWide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, [data-node="timeline"]')]
        .filter((pane) => pane.scrollWidth > pane.clientWidth)
        .map((pane) => `${pane.tagName} ${pane.scrollWidth} > ${pane.clientWidth}`),
    );
    expect(tooWide).toEqual([]);
    expect((await words.boundingBox())?.width).toBeGreaterThan(100);
  }

  // The outline has no room beside the page there: it opens over it, and goes when the person is back on the page.
  const outline = page.getByRole('navigation', { name: 'Sections' });
  await expect(outline).toBeHidden();
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => outline.getByRole('button', { name: 'Timeline' }).click(),
    () => page.mouse.click(500, 300),
  ]) {
    await page.getByRole('button', { name: 'Show the outline' }).click();
    await expect(outline.locator('[aria-current]')).toBeFocused();
    await leave();
    await expect(outline).toBeHidden();
    await expect(page.locator('.ProseMirror:focus-within')).toHaveCount(1);
  }
});

test('opening a document and going through its timeline writes nothing', async ({ app }) => {
  const file = await openNewPostmortem(app);
  await goToQuickAdd(app.page);
  await typeQuickRow(app.page, { time: '14:02', event: 'alpha', source: 'log' });
  await expectSaved(app.page);
  await reopen(app, file);
  const { page } = app;
  const pushes: string[] = [];
  await page.exposeFunction('noteWrite', () => pushes.push('write'));
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.body.textContent?.includes('Saving'))
        void (window as never as { noteWrite(): void }).noteWrite();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const bytes = (): Promise<number> => import('node:fs').then(({ statSync }) => statSync(file).size);
  const before = await bytes();
  await eventOf(rows(page).first()).click();
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Escape']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('ArrowDown');
  await expectSaved(page);
  expect(await bytes()).toBe(before);
  expect(pushes).toEqual([]);
});

test('pasted lines, a range of cells and tables become rows, in a row and at the foot', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await paste(page, '2026-11-12 23:52 alert fires\n23:56 acknowledged\nby the primary\n00:03 declared');
  await expect(rows(page)).toHaveCount(3);
  expect(await shownRows(page)).toEqual([
    '23:52 alert fires',
    '23:56 acknowledged by the primary',
    '00:03 declared',
  ]);
  await expect(timeline(page).getByText('Friday 13 November 2026', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(rows(page)).toHaveCount(3);

  await paste(page, 'Time\tEvent\tSource\n00:12\tfailover\thttps://audit.example/1\n00:20\tretry\t');
  await expect(rows(page)).toHaveCount(5);
  await expect(sourceOf(rowOf(page, 'failover')).locator('a')).toHaveAttribute(
    'href',
    'https://audit.example/1',
  );

  await eventOf(rowOf(page, 'declared')).click();
  await paste(page, '| Time (UTC) | Event |\n|---|---|\n| 00:05 | `cfg` **rolled** back |');
  await expect(rows(page)).toHaveCount(6);
  await expect(eventOf(rows(page).nth(3)).locator('code')).toHaveText('cfg');

  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('Tab');
  const cells = (...words: readonly string[]): string => words.map((word) => `<td>${word}</td>`).join('');
  await paste(
    page,
    '00:08\tpage sent',
    `<table><tr>${cells('00:08', 'page <b>sent</b>', '<a href="https://pd.example/1">PD</a>')}</tr><tr>${cells('00:09', 'page read', '')}</tr></table>`,
  );
  expect(await shownRows(page)).toEqual([
    '23:52 alert fires',
    '23:56 acknowledged by the primary',
    '00:03 declared',
    '00:05 cfg rolled back',
    '00:08 page sent',
    '00:09 page read',
    '00:12 failover',
    '00:20 retry',
  ]);
  await expect(sourceOf(rowOf(page, 'page sent')).locator('a')).toHaveText('PD');
  await expectSaved(page);
  await reopen(app, file);
  await expect(rows(app.page)).toHaveCount(8);
  await expect(eventOf(rowOf(app.page, 'page sent')).locator('strong')).toHaveText('sent');
});

test('a copied row is pasted as a row of its own, a pasted address is a link', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:02', event: 'alpha', milestones: ['first'] });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await page.evaluate(() =>
    window.addEventListener('copy', ({ clipboardData }) => {
      document.documentElement.dataset.copied = clipboardData?.getData('text/plain');
    }),
  );
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.locator('html')).toHaveAttribute('data-copied', '14:02\talpha');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1).getByRole('row')).toHaveAttribute('aria-description', 'First alert');
  await page.keyboard.press('Tab');
  await paste(page, 'https://example.com/log');
  await expect(sourceOf(rows(page).nth(1)).locator('a')).toHaveAttribute('href', 'https://example.com/log');
});

test('what the browser would delete beyond a cell stays, also while the editor has not heard of the caret', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:02', event: 'alpha', source: 'log' });
  await typeQuickRow(page, { time: '14:03', event: 'beta', source: 'graph' });
  // As on a machine that is too busy to tell the editor in time.
  const deafen = (deaf: boolean): Promise<unknown> =>
    page.evaluate((isDeaf) => {
      const stop = (event: Event): void => {
        if (document.documentElement.dataset.deaf === 'true') event.stopImmediatePropagation();
      };
      document.documentElement.dataset.deaf = String(isDeaf);
      window.addEventListener('selectionchange', stop, true);
      // ProseMirror puts a caret that it has not heard of back 50 ms after a key.
      return new Promise((over) => setTimeout(over, 100));
    }, deaf);
  for (const cell of [eventOf(rowOf(page, 'beta')), sourceOf(rowOf(page, 'beta'))]) {
    await cell.click({ position: { x: 30, y: 18 } });
    await expect(rowOf(page, 'beta')).toHaveAttribute('data-active', '');
    for (const [place, key] of [
      ['Home', 'Backspace'],
      ['Home', 'Control+Backspace'],
      ['End', 'Delete'],
      ['End', 'Control+Delete'],
    ] as const) {
      await deafen(true);
      await page.keyboard.press(place);
      await page.keyboard.press(key);
      await deafen(false);
    }
  }
  expect(await shownRows(page)).toEqual(['14:02 alpha', '14:03 beta']);
  await expect(sourceOf(rowOf(page, 'beta'))).toHaveText('graph');
  await eventOf(rowOf(page, 'beta')).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Backspace');
  await page.keyboard.type('>');
  expect(await shownRows(page)).toEqual(['14:02 alpha', '14:03 >beta']);
});
