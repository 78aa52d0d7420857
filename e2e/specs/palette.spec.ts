import { expect, test } from '../fixtures/app.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { SAMPLE_BODY } from '../fixtures/samplePostmortem.ts';
import { DocumentPage } from '../pages/document.ts';
import { action, actions, answer, text, why, whys } from '../pages/forms.ts';
import { LibraryPage } from '../pages/library.ts';
import { openNewPostmortem, reopen } from '../pages/openPostmortem.ts';
import { Palette } from '../pages/palette.ts';
import { eventOf, quickField, rowOf, rows, timeField } from '../pages/timeline.ts';

const focusedLabel = (page: import('@playwright/test').Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('by keyboard alone the palette goes to sections, people and actions, and puts things in', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const palette = new Palette(page);
  const document = new DocumentPage(page);
  await document.body.waitFor();
  await page.getByRole('combobox', { name: 'Recorder' }).fill('Dario Metz');

  await palette.run('lessons');
  await page.keyboard.type('Renewal has an alert now.');
  await expect(document.body.locator('li').filter({ hasText: 'Renewal has an alert now.' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]')).toContainText(
    'Lessons',
  );

  await palette.run('@dario');
  expect(await focusedLabel(page)).toBe('Recorder');

  // Nothing is put into the text from a fact: its caret may be out of sight.
  await palette.open();
  await page.keyboard.type('code block');
  await expect(palette.lines).toHaveCount(0);
  await page.keyboard.press('Escape');

  await palette.run('summary');
  await palette.run('table');
  await expect(document.body.locator('table th')).toHaveCount(3);
  await expect(document.body.locator('[data-type="table"] + p, .tableWrapper + p, table + p')).toHaveCount(1);

  // What can be done with the table, from its corner and from here.
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add a column after' }).click();
  await expect(document.body.locator('table th')).toHaveCount(4);
  await expect(document.body).toBeFocused();
  await palette.run('delete the column');
  await expect(document.body.locator('table th')).toHaveCount(3);
});

test('a form is written in as soon as it is put in, from the slash menu and from the palette', async ({
  app,
}) => {
  await reopen(app, await writePostmortem(app, 'Forms', [line('One.'), line('Two.'), line('Three.')]));
  const { page } = app;
  const document = new DocumentPage(page);
  const put = async (under: string, typed: string) => {
    await document.typeAfter(under, '');
    await page.keyboard.press('Enter');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  };
  await put('Three.', '/action');
  await page.keyboard.type('Check the issuers');
  await expect(text(action(page, 'A1'))).toHaveText('Check the issuers');
  await put('Two.', '/5');
  await page.keyboard.type('Payments failed');
  await expect(document.body.locator('[data-node="whyProblem"]')).toContainText('Payments failed');
  await document.typeAfter('One.', '');
  await page.keyboard.press('Enter');
  await new Palette(page).run('rows with utc');
  await page.keyboard.type('Alert fires');
  await expect(quickField(page, 'event')).toHaveValue('Alert fires');
});

test('# leads to an action item, and its line says who owns it', async ({ app }) => {
  await app.launch();
  await writePostmortem(app, 'With actions', [
    line('Before.'),
    {
      type: 'heading',
      attrs: { level: 2, section: 'actionItems' },
      content: [{ type: 'text', text: 'Action items' }],
    },
    {
      type: 'actionList',
      content: [
        { type: 'actionItem', attrs: { id: 'aaaaaaaaaaaa', number: 1 }, content: [line('Renew the bundle')] },
        {
          type: 'actionItem',
          attrs: { id: 'bbbbbbbbbbbb', number: 2, owner: 'Ruth Adeyemi' },
          content: [line('Alert on the age of the index')],
        },
      ],
    },
  ]);
  await app.page.reload();
  await new LibraryPage(app.page).open('With actions').click();
  const palette = new Palette(app.page);
  await new DocumentPage(app.page).body.waitFor();
  await palette.open();
  await app.page.keyboard.type('#');
  await expect(palette.lines).toHaveText([/^A1Renew the bundleNo owner$/, /^A2Alert on .*Ruth Adeyemi$/]);
  await app.page.keyboard.type('age');
  await expect(palette.lines).toHaveCount(1);
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('!');
  await expect(new DocumentPage(app.page).body).toContainText('Alert on the age of the index!');
});

test('the palette does to the row at the caret what its menu does, and shows the keys', async ({ app }) => {
  await reopen(app, await writePostmortem(app, 'Rows', SAMPLE_BODY));
  const { page } = app;
  const palette = new Palette(page);
  const lineOf = (label: string) => palette.lines.filter({ hasText: label });

  await eventOf(rowOf(page, 'Refused card payments rise')).click();
  await palette.run('mark mitigated');
  await expect(rowOf(page, 'Refused card payments rise')).toContainText('Mitigated');
  await palette.open();
  await page.keyboard.type('row');
  await expect(lineOf('No longer mark this row as Mitigated')).toBeVisible();
  await expect(lineOf('Mark this row as…')).toHaveText(/AltM$/);
  await expect(lineOf('New timeline row')).toHaveText(/CtrlEnter$/);
  await page.keyboard.press('Escape');
  await palette.run('move down');
  await palette.open();
  await page.keyboard.type('rows in order');
  await expect(palette.current).toHaveText('Put timeline rows in order2 rows');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 rows moved')).toBeVisible();
  await palette.run('new timeline');
  await expect(timeField(rows(page).nth(3))).toBeFocused();
  await palette.open();
  await page.keyboard.press('Escape');
  await expect(new DocumentPage(page).body).toBeFocused();

  // What is run right behind it does not keep the caret from coming back to where it was.
  await eventOf(rowOf(page, 'Refused card payments rise')).click();
  await page.keyboard.press('End');
  await palette.run('copy as');
  await page.keyboard.type(' fast');
  await expect(eventOf(rowOf(page, 'Refused card payments rise'))).toHaveText(/ fast$/);

  await answer(why(page, 2)).click();
  await palette.run('make an action');
  await page.keyboard.type('Check every issuer');
  await expect(action(page, 'A6')).toContainText('Check every issuer');
  await palette.run('move up');
  await expect(actions(page).nth(4)).toContainText('Check every issuer');
  await palette.run('delete the action');
  await expect(page.getByText('A6 deleted')).toBeVisible();
  await palette.run('new why');
  await expect(whys(page)).toHaveCount(6);
});

test('Esc closes the palette and gives the focus back; arrows go round', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const document = new DocumentPage(page);
  await document.title.fill('Outage');
  const palette = new Palette(page);
  await palette.open();
  const first = await palette.current.textContent();
  await page.keyboard.press('ArrowUp');
  await expect(palette.lines.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(palette.current).toHaveText(first ?? '');
  await page.keyboard.press('Escape');
  await expect(palette.dialog).toBeHidden();
  await expect(document.title).toBeFocused();
});

test('undo and redo reach a fact that was chosen, from wherever the focus is', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const severity = page.getByRole('combobox', { name: 'Severity' });
  await severity.click();
  await page.getByRole('option', { name: 'Minor' }).click();
  await expect(severity).toContainText('Minor');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(severity).toContainText('Major');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(severity).toContainText('Minor');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(severity).toContainText('Major');
  await page.keyboard.press('ControlOrMeta+Y');
  await expect(severity).toContainText('Minor');
});

test('keys are for a dialog alone while it is open', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await new DocumentPage(page).body.waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toContainText('Export');
});
