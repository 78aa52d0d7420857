import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { postmortem, reopen, settledSelection } from '../pages/openPostmortem.ts';
import { Palette } from '../pages/palette.ts';

/** The clipboard of the machine is shared by all tests that run at once: what is written to it is kept aside. */
async function keepCopiesAside(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset.copied = text;
    };
  });
  return () => page.evaluate(() => document.documentElement.dataset.copied ?? '');
}

test('a selection is copied as Markdown by its whole blocks, and without one the whole postmortem is', async ({
  app,
}) => {
  const item = (words: string) => ({ type: 'listItem', content: [line(words)] });
  const file = await writePostmortem(app, 'Copied', [
    line('First words.'),
    line('Second words.'),
    { type: 'bulletList', content: [item('one'), item('two')] },
  ]);
  await reopen(app, file);
  const { page } = app;
  const copied = await keepCopiesAside(page);
  const palette = new Palette(page);

  await postmortem(page).getByText('Second words.').click();
  await settledSelection(page);
  await palette.run('copy as markdown');
  await expect(page.getByText('Copied as Markdown', { exact: true })).toBeVisible();
  expect(await copied()).toContain('# Postmortem: Copied');
  expect(await copied()).toContain('First words.');

  await postmortem(page).getByText('Second words.').click();
  await page.keyboard.press('Home');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await settledSelection(page);
  await palette.run('copy as markdown');
  await expect(page.getByText('Selection copied as Markdown')).toBeVisible();
  expect(await copied()).toBe('Second words.\n\n- one\n');
});
