import { expect, test } from '../fixtures/app.ts';
import { action, actions, answer, cell, chain, prompt, question, text, why, whys } from '../pages/forms.ts';
import { expectSaved, openNewPostmortem, postmortem, reopen } from '../pages/openPostmortem.ts';

test('an empty question suggests one from the answer above, and Tab or a click takes it', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await answer(why(page, 1)).click();
  await page.keyboard.type('The limit was not copied to the gateway.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect
    .poll(() => prompt(question(why(page, 2))))
    .toBe('Why was the limit not copied to the gateway?');
  await page.keyboard.press('Tab');
  await expect(question(why(page, 2))).toHaveText('Why was the limit not copied to the gateway?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The services have no common configuration.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await why(page, 3)
    .getByRole('button', { name: /Use the suggested question/ })
    .click();
  await expect(question(why(page, 3))).toHaveText(
    'Why is it that the services have no common configuration?',
  );
  await page.keyboard.press('ControlOrMeta+z');
  await expect(question(why(page, 3))).toHaveText('');
});

test('whys are inserted, moved and deleted, and number themselves', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  // From the problem to the first why, which is empty.
  await chain(page).locator('[data-node="whyProblem"]').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('first');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('third');
  await question(why(page, 1)).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('second');
  await expect(whys(page)).toHaveText([/^1first/, /^2second/, /^3third/]);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(whys(page)).toHaveText([/^1first/, /^2third/, /^3second/]);
  await page.keyboard.type(' moved');
  await expect(question(why(page, 3))).toHaveText('second moved');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(whys(page)).toHaveCount(4);
  await page.keyboard.press('Backspace');
  await expect(whys(page)).toHaveCount(3);
  await why(page, 1).hover();
  await why(page, 1).getByRole('button', { name: 'Menu of this why' }).click();
  await page.getByRole('menuitem', { name: 'Delete the why' }).click();
  await expect(whys(page)).toHaveText([/^1third/, /^2second moved/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(whys(page)).toHaveText([/^1first/, /^2third/, /^3second moved/]);
});

test('a chain stops at a system-level truth, is reopened, and goes deeper', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await answer(why(page, 1)).click();
  await page.keyboard.type('Nothing checks invariants across services');
  await page.getByRole('button', { name: 'This is a system-level truth' }).click();
  await expect(page.getByText('Stopped here: this is a system-level truth')).toBeVisible();
  await expect(chain(page)).toContainText('Stopped after one why');
  await expectSaved(page);
  await reopen(app, file);
  const again = app.page;
  await expect(again.getByText('Stopped here: this is a system-level truth')).toBeVisible();
  await again.getByRole('button', { name: 'Reopen' }).click();
  await expect(again.getByText('Stopped here: this is a system-level truth')).toBeHidden();
  await again.getByRole('button', { name: 'This is a system-level truth' }).click();
  await again.getByRole('button', { name: 'Ask a deeper why' }).click();
  await expect(whys(again)).toHaveCount(2);
  await expect(
    again.getByText('Stopped here: this is a system-level truth').filter({ visible: true }),
  ).toHaveCount(0);
});

test('too few or too many whys is advice, not a wall', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await expect(chain(page)).toContainText('Most chains take three to seven whys');
  await question(why(page, 1)).click();
  for (let number = 2; number <= 8; number += 1) {
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.type(`Why ${number}?`);
    await expect(whys(page)).toHaveCount(number);
  }
  await expect(chain(page)).toContainText('8 whys: a chain this long may hold two causes');
});

test('an action made from a why links both, and each leads to the other', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await question(why(page, 1)).click();
  await page.keyboard.type('Why was there no limit?');
  await page.keyboard.press('Alt+a');
  await expect(actions(page)).toHaveCount(1);
  await page.keyboard.type('Add a limit');
  await expect(text(action(page, 'A1'))).toHaveText('Add a limit');
  await expect(cell(why(page, 1), 'action/A1')).toBeVisible();
  await expectSaved(page);

  await reopen(app, file);
  const again = app.page;
  await cell(action(again, 'A1'), 'why').click();
  await again.keyboard.type(' at all');
  await cell(why(again, 1), 'action/A1').click();
  await again.keyboard.type(' everywhere');
  await expect(text(action(again, 'A1'))).toHaveText('Add a limit everywhere');
  await why(again, 1).hover();
  await why(again, 1).getByRole('button', { name: 'Unlink A1' }).click();
  await expect(cell(why(again, 1), 'action/A1')).toHaveCount(0);
  await expect(cell(action(again, 'A1'), 'why')).toBeHidden();
  await postmortem(again).press('ControlOrMeta+z');
  await expect(cell(why(again, 1), 'action/A1')).toBeVisible();
});

test('an action item that exists is linked to a why from its menu, and from the item itself', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.keyboard.type('Add a limit');
  await question(why(page, 1)).click();
  await why(page, 1).getByRole('button', { name: 'Link an action' }).click();
  await page.getByRole('menuitem', { name: 'Link A1' }).click();
  await expect(cell(why(page, 1), 'action/A1')).toBeVisible();
  await text(action(page, 'A1')).click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Unlink from the why' }).click();
  await expect(cell(why(page, 1), 'action/A1')).toHaveCount(0);
  await text(action(page, 'A1')).click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Why 1' }).click();
  await expect(cell(why(page, 1), 'action/A1')).toBeVisible();
});

test('the root cause names the actions that follow from the last why', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.locator('[data-node="rootCause"] [data-stop]').click();
  await page.keyboard.type('No check of invariants across services');
  await question(why(page, 1)).click();
  await page.keyboard.press('Alt+a');
  await page.keyboard.type('Build the check');
  await page.locator('[data-node="rootCause"]').getByRole('link', { name: 'A1 Build the check' }).click();
  await page.keyboard.type(' soon');
  await expect(text(action(page, 'A1'))).toHaveText('Build the check soon');
});
