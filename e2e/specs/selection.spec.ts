import type { Locator } from '@playwright/test';
import { ONE_STEP } from '../../renderer/session/personalUndo.ts';
import { expect, test } from '../fixtures/app.ts';
import { writePostmortem } from '../fixtures/documents.ts';
import { SAMPLE_BODY } from '../fixtures/samplePostmortem.ts';
import { answer, cell, field, text, why } from '../pages/forms.ts';
import { postmortem, reopen, settledSelection } from '../pages/openPostmortem.ts';
import { eventOf, paste, rowOf, rows, sourceOf } from '../pages/timeline.ts';
import { copyAsHtml, dragSelected, selectWords } from '../pages/words.ts';

test('what is selected by one key or press too many is not replaced: a cell, the document, a heading', async ({
  app,
}) => {
  await reopen(app, await writePostmortem(app, 'Selected', SAMPLE_BODY));
  const { page } = app;
  const { keyboard } = page;
  const headings = postmortem(page).locator('h2');

  // The first press selects the answer alone.
  await answer(why(page, 2)).click();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('Answered');
  await expect(answer(why(page, 2))).toHaveText('Answered');
  await expect(answer(why(page, 3))).not.toHaveText('Answered');

  // Esc selects the row, whose words stay as they are to be read.
  await keyboard.press('Escape');
  await expect(why(page, 2)).toHaveClass(/ProseMirror-selectednode/);
  const colours = await answer(why(page, 2)).evaluate((words) =>
    [undefined, '::selection'].map((part) => getComputedStyle(words, part).color),
  );
  expect(colours[1]).toBe(colours[0]);

  // The second one selects the document, which Esc and the arrows to the side leave for a caret.
  const length = async (): Promise<number | undefined> => (await postmortem(page).textContent())?.length;
  const whole = (await length()) ?? 0;
  for (const key of ['Escape', 'ArrowLeft', 'ArrowRight']) {
    await answer(why(page, 2)).click();
    await keyboard.press('End');
    await keyboard.press('ControlOrMeta+A');
    await keyboard.press('ControlOrMeta+A');
    await keyboard.press(key);
    await keyboard.type('.');
  }
  await expect(answer(why(page, 2))).toHaveText('Answered.');
  await expect(headings.first()).toContainText('.Summary');
  await expect(headings.last()).toContainText('Sign-off.');
  expect(await length()).toBe(whole + 3);
  const before = await headings.allTextContents();

  // A press beside the end of a section selects over to the next heading.
  const last = postmortem(page).locator('h2 ~ p').nth(1);
  await last.scrollIntoViewIfNeeded();
  const end = await last.evaluate((paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const { right, top, height } = [...range.getClientRects()].at(-1) ?? new DOMRect();
    return { x: right + 40, y: top + height / 2 };
  });
  await page.mouse.dblclick(end.x, end.y);
  await keyboard.type('!');
  await expect(last).toHaveText(/by 00:53 UTC\.!$/);
  await page.mouse.click(end.x, end.y);
  await settledSelection(page);
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Enter');
  await keyboard.type('Below.');
  await expect(postmortem(page).locator('h2 ~ p').nth(2)).toHaveText('Below.');
  expect(await headings.allTextContents()).toEqual(before);

  // What is typed after the last row of a form was cut is in the row above.
  const places = {
    timelineRow: eventOf,
    why: text,
    field: text,
    actionItem: text,
    checkItem: text,
    signOffRow: (row: Locator) => cell(row, 'role'),
  };
  for (const [name, place] of Object.entries(places)) {
    const rows = page.locator(`[data-node="${name}"]`);
    const count = await rows.count();
    await place(rows.last()).click();
    await keyboard.press('Escape');
    await keyboard.press('ControlOrMeta+X');
    await expect(rows).toHaveCount(count - 1);
    await keyboard.type('Zz');
    if (name === 'signOffRow') await expect(rows.last().locator(':focus')).toBeVisible();
    else await expect(rows.last()).toContainText('Zz');
  }
  expect(await headings.allTextContents()).toEqual(before);

  // Copied rows are those of a table, with all that the page shows of them; pasted, they are the rows again.
  const said = () =>
    postmortem(page).evaluate((body) =>
      [
        ...body.querySelectorAll(
          ':is([data-node="field"], [data-node="actionItem"]) [data-stop], [data-node="timelineEvent"], [data-node="timelineSource"], [data-node="whyAnswer"], [data-node="checkItem"], input[data-cell]',
        ),
      ].map((part) => (part instanceof HTMLInputElement ? part.value : part.textContent)),
    );
  const names = () =>
    page
      .locator('[data-node="actionItem"]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
  const [shown, named] = [await said(), await names()];
  await text(page.locator('[data-node="actionItem"]').last()).click();
  for (const _ of ['the text', 'the document']) await keyboard.press('ControlOrMeta+A');
  const html = await copyAsHtml(page);
  const lines = await page.evaluate(
    (copy) =>
      [...new DOMParser().parseFromString(copy, 'text/html').querySelectorAll('tr')].map((row) =>
        [...row.cells].map(({ textContent }) => textContent).join('|'),
      ),
    html,
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      '~00:05|Support hears from three merchants|#support-eu',
      'A1|Restore Vault Issuing CA 3 to the inventory and rebuild the bundle|Ruth Adeyemi|SEC-3120|2026-11-13|P1|Done',
      '[x]|Posted in the #postmortems channel',
      'Incident Commander|Ines Okafor|2026-11-20',
    ]),
  );
  await paste(page, '', html);
  expect(await said()).toEqual(shown);
  expect(await names()).toEqual(named);
  await expect(page.locator('[data-cell="why"]:visible', { hasText: 'that is gone' })).toHaveCount(0);
});

test('what takes the place of words selected over several rows or cells leaves them apart, in one step', async ({
  app,
}) => {
  await reopen(app, await writePostmortem(app, 'Selected', SAMPLE_BODY));
  const { page } = app;
  const { keyboard } = page;
  const said = () =>
    postmortem(page)
      .locator('h2, [data-stop], [data-node="timelineEvent"], [data-node="timelineSource"], ul')
      .allTextContents();
  const whole = await said();
  const undo = async (): Promise<void> => {
    await keyboard.press('ControlOrMeta+z');
    expect(await said()).toEqual(whole);
  };
  const [customers, tenants, entry] = [
    'Number of customers affected',
    'Tenants affected (named)',
    'Status-page entry',
  ].map((name) => text(field(page, name)));
  const expectCustomers = (words: string) => expect(customers!).toHaveText(words);

  // Enter from a heading into what is below it.
  for (const section of ['lessons', 'actionItems']) {
    await postmortem(page).locator(`h2[data-section="${section}"]`).click();
    await keyboard.press('Home');
    await settledSelection(page);
    for (const _ of [1, 2]) await keyboard.press('Shift+ArrowDown');
    await settledSelection(page);
    await keyboard.press('Enter');
    await expect.poll(said).not.toEqual(whole);
    await undo();
  }

  const canary = ['Canary p|asses', 'CheckoutBurn|RateFast'] as const;
  const expectCanary = async (words: string): Promise<void> => {
    await expect(eventOf(rows(page).nth(1))).toHaveText(words);
    await expect(sourceOf(rows(page).nth(1))).toHaveText('');
    await expect(rowOf(page, 'RateFast fires')).toContainText('23:52');
  };
  await selectWords(page, ...canary);
  await keyboard.press('Enter');
  await expectCanary('Canary p');
  await undo();
  const devtools = await page.context().newCDPSession(page);
  const compose = async (words: string): Promise<void> => {
    await devtools.send('Input.imeSetComposition', {
      text: words,
      selectionStart: words.length,
      selectionEnd: words.length,
    });
    await settledSelection(page);
  };
  await selectWords(page, ...canary);
  await compose('に');
  // Looked for for longer than what is typed at a stretch may take.
  await page.waitForTimeout(2 * ONE_STEP);
  await compose('にほ');
  await devtools.send('Input.insertText', { text: '日本' });
  await expectCanary('Canary p日本');
  await undo();
  await selectWords(page, ...canary);
  await keyboard.press('ControlOrMeta+Enter');
  await expect(rows(page)).toHaveCount(16);
  await expect(eventOf(rows(page).nth(2))).toHaveText('');
  await undo();

  await selectWords(page, 'Con|fig release', 'deplo|y log');
  await dragSelected(page, eventOf(rows(page).nth(1)), 'Canary p'.length);
  await expect(eventOf(rows(page).first())).toHaveText('Con');
  await expect(sourceOf(rows(page).first())).toHaveText('y log 88213');
  await expect(rows(page).nth(1).locator('[data-node="timelineEvent"]')).toHaveCount(1);
  await expect(eventOf(rows(page).nth(1)).locator('p')).toHaveText([
    'Canary pfig release cfg-2026.46.3 starts on the eu-west-1 canary hosts',
    'deploasses; the release continues to every host in both regions',
  ]);
  await undo();

  await selectWords(page, '38,|204', 'Smaller |shops');
  const html = await copyAsHtml(page);
  await selectWords(page, 'Posted| at');
  await paste(page, '', html);
  await expect(entry!.locator('p')).toHaveText([
    'Posted204 of 171,560 payment attempts were refused (22%)',
    'Smaller  at 00:31 UTC',
  ]);
  await undo();
  for (const [act, words] of [
    [() => keyboard.type('Z'), '38,Z'],
    [() => paste(page, '', html), '38,204 of 171,560 payment attempts were refused (22%)Smaller '],
  ] as const) {
    await selectWords(page, '38,|204', 'Smaller |shops');
    await act();
    await expectCustomers(words);
    await expect(tenants!).toHaveText('shops were told by the status page');
    await undo();
  }

  // Shift+Tab goes through lists and takes nothing from them.
  await text(field(page, 'Runbooks consulted')).click();
  for (let stop = 0; stop < 3; stop += 1) await keyboard.press('Shift+Tab');
  expect(await said()).toEqual(whole);
});
