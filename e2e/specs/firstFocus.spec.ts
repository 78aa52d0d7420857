import { expect, test } from '../fixtures/app.ts';
import { expectSaved, openNewPostmortem, postmortem, reopen } from '../pages/openPostmortem.ts';
import { quickField, rows } from '../pages/timeline.ts';

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

test('a time that is still being typed when the window closes is taken', async ({ app }) => {
  const file = await openNewPostmortem(app);
  await app.page.getByRole('textbox', { name: 'First alert' }).fill('2026-11-24 14:02');
  await app.page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expectSaved(app.page);
  await reopen(app, file);
  await expect(app.page.getByRole('textbox', { name: 'First alert' })).toHaveValue('2026-11-24 14:02');
});
