import { expect, test } from '../fixtures/app.ts';
import { cell, field, prompt, text } from '../pages/forms.ts';
import { expectSaved, openNewPostmortem, reopen } from '../pages/openPostmortem.ts';

test('fields of the customer impact are filled and are there after a restart', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  const customers = field(page, 'Number of customers affected');
  await text(customers).click();
  await page.keyboard.type('About 1,200');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(customers.getByRole('radio', { name: 'Estimate' })).toBeChecked();
  const data = field(page, 'Data impact');
  await data.getByRole('radio', { name: 'None' }).click();
  await text(data).click();
  await page.keyboard.type('Nothing was written');
  await expectSaved(page);

  await reopen(app, file);
  const again = app.page;
  await expect(text(field(again, 'Number of customers affected'))).toHaveText('About 1,200');
  await expect(
    field(again, 'Number of customers affected').getByRole('radio', { name: 'Estimate' }),
  ).toBeChecked();
  await expect(field(again, 'Data impact').getByRole('radio', { name: 'None' })).toBeChecked();
});

test('a choice that is pressed again is taken back, and so does undo', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const lost = field(page, 'Data impact').getByRole('radio', { name: 'Lost' });
  await lost.click();
  await expect(lost).toBeChecked();
  await lost.click();
  await expect(lost).not.toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(lost).toBeChecked();
});

test('an empty field says what to write, and the words are no content', async ({ app }) => {
  await openNewPostmortem(app);
  const place = text(field(app.page, 'Revenue impact'));
  expect(await prompt(place)).toContain('“none”');
  await expect(place).toHaveText('');
});

test('the alert that was missing has a name and a reason, offered or in own words', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  const alert = field(page, 'The alert that should have caught this');
  await cell(alert, 'subject').fill('vault-refused-rate');
  await cell(alert, 'choice').click();
  await page.getByRole('option', { name: 'Wrong threshold' }).click();
  const panel = field(page, 'The dashboard panel that would have shown this');
  await cell(panel, 'choice').fill('it was new that day');
  await cell(panel, 'choice').press('Enter');
  await expectSaved(page);
  await reopen(app, file);
  await expect(cell(field(app.page, 'The alert that should have caught this'), 'subject')).toHaveValue(
    'vault-refused-rate',
  );
  await expect(cell(field(app.page, 'The alert that should have caught this'), 'choice')).toHaveValue(
    'wrong threshold',
  );
  await expect(cell(field(app.page, 'The dashboard panel that would have shown this'), 'choice')).toHaveValue(
    'it was new that day',
  );
});

test('contributing factors have a kind, are counted, added, moved and deleted', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const factors = page.locator('[data-node="fieldList"]').filter({
    has: page.locator('[aria-label="Contributing factor"]'),
  });
  const rows = factors.locator('[data-node="field"]');
  await text(rows.nth(0)).click();
  await page.keyboard.type('The alert was quiet');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('The runbook was old');
  await expect(rows).toHaveCount(2);
  await cell(rows.nth(1), 'choice').click();
  await page.getByRole('option', { name: 'Runbook' }).click();
  await expect(rows.nth(1)).toContainText('Runbook');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows).toHaveText([/The runbook was old/, /The alert was quiet/]);
  await factors.getByRole('button', { name: 'Add a contributing factor' }).click();
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Backspace');
  await expect(rows).toHaveCount(2);
});

test('a deleted field of the template is offered again, beside one with a name of its own', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const slo = field(page, 'SLO impact');
  await text(slo).click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Delete the field' }).click();
  await expect(slo).toHaveCount(0);
  const list = page.locator('[data-node="fieldList"]').first();
  await list.hover();
  await list.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('menuitem', { name: 'SLO impact' }).click();
  await expect(slo).toHaveCount(1);
  await list.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('menuitem', { name: 'A field of your own' }).click();
  await page.keyboard.type('Refunds');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await expect(text(field(page, 'Refunds'))).toHaveText('12');
});

test('each tenant of the header is told or not, and undo takes it back', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  const tenants = page.getByRole('combobox', { name: 'Tenants' });
  await tenants.click();
  await tenants.fill('acme');
  await tenants.press('Enter');
  await tenants.fill('globex');
  await tenants.press('Enter');
  const told = (name: string) =>
    page.getByRole('radiogroup', { name: `Was ${name} told proactively?` }).getByRole('radio', {
      name: 'Told proactively',
    });
  await told('acme').click();
  await told('globex').click();
  await expect(told('globex')).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(told('globex')).not.toBeChecked();
  await expectSaved(page);
  await reopen(app, file);
  await expect(
    app.page.getByRole('radiogroup', { name: 'Was acme told proactively?' }).getByRole('radio', {
      name: 'Told proactively',
    }),
  ).toBeChecked();
});
