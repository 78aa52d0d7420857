import { expect, test } from '../fixtures/app.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { cell } from '../pages/forms.ts';
import { LibraryPage, NewDialog } from '../pages/library.ts';
import { expectSaved, openNewPostmortem, postmortem, reopen } from '../pages/openPostmortem.ts';
import { goToQuickAdd, quickField, rowOf, rows, timeField, timeOf, typeQuickRow } from '../pages/timeline.ts';

test('the keyboard is in a document as soon as it is open, and where it was when it is opened again', async ({
  app,
}) => {
  const file = await openNewPostmortem(app);
  await expect(app.page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await app.page.keyboard.type('Payments refused');
  await app.page.keyboard.press('F6');
  await app.page.keyboard.press('Shift+F6');
  await expect(app.page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await expectSaved(app.page);

  await reopen(app, file);
  await expect(postmortem(app.page)).toBeFocused();
  await app.page.keyboard.type('It began at noon.');
  await expect(postmortem(app.page).locator('h2').first()).toHaveText(/^Summary/);
  await app.page.keyboard.press('Alt+8');
  await app.page.keyboard.type('The alert fired');
  await expectSaved(app.page);
  await app.page.getByRole('button', { name: 'Library' }).click();
  await expect(app.page.getByRole('heading', { name: 'Postmortems' })).toBeVisible();

  await reopen(app, file);
  await expect(postmortem(app.page)).toBeFocused();
  await app.page.keyboard.type(' in time');
  await expect(postmortem(app.page)).toContainText('The alert fired in time');
  await expect(postmortem(app.page).getByText('The alert fired in time')).toBeInViewport();

  // What is typed before the next one is on the page is its title.
  await app.page.keyboard.press(app.host === 'electron' ? 'ControlOrMeta+n' : 'Alt+n');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('Logins lost, againn');
  await app.page.keyboard.press('Backspace');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  const title = app.page.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('Logins lost, again');
  await expect(title).toBeFocused();
  await expect(postmortem(app.page)).not.toContainText('The alert fired');
});

test('a row that was typed and not added is there again, and gone once it is added', async ({ app }) => {
  const file = await openNewPostmortem(app);
  await quickField(app.page, 'time').fill('2026-11-24 14:02');
  await quickField(app.page, 'event').fill('The alert fired');
  await reopen(app, file);
  const { page } = app;
  await expect(quickField(page, 'time')).toHaveValue('2026-11-24 14:02');
  await expect(quickField(page, 'event')).toHaveValue('The alert fired');
  await expect(page.getByText('Not added yet')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await quickField(page, 'event').press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('Not added yet')).toHaveCount(0);
  await reopen(app, file);
  await expect(rows(app.page)).toHaveCount(1);
  await expect(quickField(app.page, 'event')).toHaveValue('');
});

test('what is still being typed is not called saved, and is taken when the window closes', async ({
  app,
}) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  const state = page.locator('[data-save-state]');
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '14:02', event: 'alpha' });
  await page.getByRole('button', { name: 'Add an action' }).click();
  await timeOf(rowOf(page, 'alpha')).click();
  const fields = [
    timeField(rowOf(page, 'alpha')),
    cell(page.locator('[data-node="actionItem"]'), 'due'),
    page.getByRole('combobox', { name: 'Tenants' }),
    page.getByRole('textbox', { name: 'All-clear' }),
  ];
  for (const field of fields) {
    await expect(state).toHaveAttribute('data-save-state', 'saved');
    await field.fill('2026-11-25 15:00');
    await expect(state).toHaveAttribute('data-save-state', 'typing');
    await expect(state).toHaveText('Typing, not saved yet');
    await field.press('Tab');
  }
  await expect(state).toHaveAttribute('data-save-state', 'saved');
  const firstAlert = page.getByRole('textbox', { name: 'First alert' });
  await firstAlert.fill('around two');
  await firstAlert.press('Tab');
  const unread = state.getByRole('button', { name: 'Not saved: First alert cannot be read' });
  await unread.click();
  await expect(firstAlert).toBeFocused();
  await expect(state).toHaveText('Typing, not saved yet');
  await firstAlert.press('Tab');
  const isHeld = (): Promise<boolean> =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await isHeld()).toBe(true);
  await expect(firstAlert).toBeFocused();
  expect(await isHeld()).toBe(false);
  await firstAlert.fill('2026-11-24 14:02');
  if (app.host === 'chromium') {
    // A browser under test closes its pages without asking them.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await expectSaved(page);
  }
  await reopen(app, file);
  await expect(app.page.getByRole('textbox', { name: 'First alert' })).toHaveValue('2026-11-24 14:02');
});

test('what is typed while a postmortem is made or opened goes into no other one', {
  tag: '@browser',
}, async ({ app }) => {
  await writePostmortem(app, 'Slow', [line('Opens late.')]);
  const other = await writePostmortem(app, 'Other', [line('Opens at once.')]);
  const page = await app.launch(other);
  let isSlow = false;
  const late: (() => void)[] = [];
  const arrive = (): void => {
    isSlow = false;
    for (const send of late.splice(0)) send();
  };
  let hangUp = (): Promise<void> => Promise.resolve();
  let asked = 0;
  const askedToMake = (times: number) => expect.poll(() => asked).toBe(times);
  await page.routeWebSocket(/\/host(\/again)?$/, (socket) => {
    const host = socket.connectToServer();
    hangUp = () => socket.close();
    socket.onMessage((message) => {
      if (String(message).includes('library.create')) asked += 1;
      host.send(message);
    });
    host.onMessage((message) => {
      if (isSlow) late.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.reload();
  await expect(postmortem(page)).toContainText('Opens at once.');
  const otherAddress = page.url();
  const library = new LibraryPage(page);
  await library.back.click();
  await expect(library.open('Slow')).toBeVisible();

  isSlow = true;
  await library.open('Slow').click();
  await expect(library.open('Slow')).toHaveCount(0);
  await page.keyboard.type('For Slow');
  await page.evaluate((address) => location.replace(address), otherAddress);
  await page.keyboard.type('+');
  arrive();
  await expect(postmortem(page)).toContainText('+Opens at once.');
  await expect(postmortem(page)).not.toContainText('For Slow');

  // Making one fails: what was written in the dialog meanwhile stands there.
  const making = new NewDialog(page);
  await page.keyboard.press('Alt+n');
  await making.title.fill('Logins');
  isSlow = true;
  await page.keyboard.press('Enter');
  await page.keyboard.type(' l');
  await making.title.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' are');
  await askedToMake(1);
  await hangUp();
  await expect(making.dialog.getByText('lost its connection')).toBeVisible();
  await expect(making.title).toHaveValue('Logins are l');

  // Where the keyboard was elsewhere, the title stays as it is.
  late.length = 0;
  await making.incidentId.fill('INC-7');
  await page.keyboard.press('Enter');
  await page.keyboard.type('7');
  await askedToMake(2);
  await hangUp();
  await expect(making.incidentId).toBeFocused();
  await expect(making.title).toHaveValue('Logins are l');

  // The dialog is closed before the postmortem is made.
  late.length = 0;
  await page.keyboard.press('Enter');
  await page.keyboard.type('For the new one');
  await page.keyboard.press('Escape');
  await expect(making.dialog).toHaveCount(0);
  arrive();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Logins are l');
  await expect(page.getByText('For the new one')).toHaveCount(0);
});
