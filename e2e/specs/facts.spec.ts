import { expect, test } from '../fixtures/app.ts';
import { openNewPostmortem } from '../pages/openPostmortem.ts';

test('what is typed in a fact at a stretch is undone at once, and undo there goes on through the document', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const title = page.getByRole('textbox', { name: 'Title' });
  const recorder = page.getByRole('combobox', { name: 'Recorder' });
  // Typed in one turn, so that no busy machine tears the stretch apart.
  const typeAtOnce = (text: string) =>
    page.evaluate((typed) => {
      for (const key of typed) document.execCommand('insertText', false, key);
    }, text);
  await title.click();
  await typeAtOnce('123456');
  await expect(title).toHaveValue('123456');
  // A step of its own: more than half a second later.
  await page.waitForFunction((until) => Date.now() > until, Date.now() + 700);
  await recorder.click();
  await typeAtOnce('Dario');
  await expect(recorder).toHaveValue('Dario');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(recorder).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(title).toHaveValue('123456');
});
