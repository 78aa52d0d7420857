import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { readBody } from '../../shared/document/readBody.ts';
import { type App, expect, test } from '../fixtures/app.ts';
import { line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { expectSaved, postmortem, reopen, settledSelection } from '../pages/openPostmortem.ts';

const reference = { type: 'footnoteReference', attrs: { label: 'deploy' } };
const comment = { type: 'rawInline', attrs: { value: '<!-- ask Ines -->' } };
const words = (text: string) => ({ type: 'text', text });
const task = (words: string) => ({ type: 'taskItem', attrs: { checked: false }, content: [line(words)] });

async function openOrdinary(app: App): Promise<string> {
  const file = await writePostmortem(app, 'Ordinary', [
    { type: 'paragraph', content: [{ type: 'text', text: 'Before' }, reference, comment] },
    { type: 'footnote', attrs: { label: 'deploy' }, content: [line('Release 214')] },
    { type: 'taskList', content: [task('Tell support'), task('Roll back')] },
    { type: 'rawBlock', content: [{ type: 'text', text: '<div align="center">' }] },
    { type: 'codeBlock', attrs: { language: 'sh' }, content: [{ type: 'text', text: 'kubectl get pods' }] },
  ]);
  await reopen(app, file);
  return file;
}

/** The words that a style sheet draws before an element. */
const drawnBefore = (page: Page, node: string): Promise<string> =>
  postmortem(page)
    .locator(`[data-node="${node}"]`)
    .evaluate((element) => getComputedStyle(element, '::before').content.replace(/^"|"$/g, ''));

const box = (page: Page, words: string) => postmortem(page).getByRole('checkbox', { name: words });

test('footnotes show their labels, and raw source is read as it was written', async ({ app }) => {
  await openOrdinary(app);
  const { page } = app;
  expect(await drawnBefore(page, 'footnoteReference')).toContain('deploy');
  expect(await drawnBefore(page, 'footnote')).toContain('deploy');
  expect(await drawnBefore(page, 'rawInline')).toBe('<!-- ask Ines -->');
  await expect(postmortem(page).locator('[data-node="rawBlock"]')).toHaveText('<div align="center">');
  await expect(postmortem(page).getByRole('textbox', { name: 'Language of the code' })).toHaveValue('sh');
});

test('a page that may only be read shows footnotes and raw source in their lines', async ({ app }) => {
  const file = await writePostmortem(
    app,
    'Newer',
    [
      { type: 'paragraph', content: [{ type: 'text', text: 'Before' }, reference, comment] },
      { type: 'footnote', attrs: { label: 'deploy' }, content: [line('Release 214')] },
      { type: 'paragraph', content: [words('over'), { type: 'hardBreak' }, words('night')] },
      { type: 'codeBlock', content: [words(`${'12:00 retry\n'.repeat(200)}gave up`)] },
    ],
    (doc) => bodyOf(doc).push([new Y.XmlElement('hologram')]),
  );
  const page = await app.launch(file);
  const main = page.getByRole('main');
  await expect(main.getByText('Before[deploy]<!-- ask Ines -->', { exact: true })).toBeVisible();
  await expect(main.locator('div').filter({ hasText: 'Release 214' }).last()).toContainText('deploy');

  // Text is found there, also across a reference.
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('before[');
  await expect(page.getByRole('status').getByText('1 of 1')).toBeVisible();
  expect(await page.evaluate(() => [...CSS.highlights.get('found-current')!].map(String))).toEqual([
    'Before[',
  ]);
  // No word goes across the end of a line, and of a long text the line that was found is shown.
  const find = page.getByRole('textbox', { name: 'Find' });
  await find.fill('overnight');
  await expect(page.getByRole('status').getByText('Not found')).toBeVisible();
  await find.fill('gave up');
  await expect(page.getByRole('status').getByText('1 of 1')).toBeVisible();
  const foundTop = await page.evaluate(
    () => ([...CSS.highlights.get('found-current')!][0] as Range).getBoundingClientRect().top,
  );
  expect(foundTop).toBeGreaterThan(0);
  expect(foundTop).toBeLessThan(await page.evaluate(() => innerHeight));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);
  await expect(main).toBeFocused();

  if (app.electron !== undefined) return;
  // An outline that lies over the page gives the focus to the page.
  await page.setViewportSize({ width: 700, height: 700 });
  await page.keyboard.press('ControlOrMeta+Backslash');
  await page.getByRole('button', { name: 'Incident facts' }).press('Enter');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toHaveCount(0);
  await expect(main).toBeFocused();
});

test('a task is ticked by the mouse, by Space on its box and by a key from its words', async ({ app }) => {
  const file = await openOrdinary(app);
  const { page } = app;
  const [first, second] = [box(page, 'Tell support'), box(page, 'Roll back')];
  const place = await first.boundingBox();
  const words = await postmortem(page).getByText('Tell support').boundingBox();
  const middle = (part: typeof place): number => (part?.y ?? 0) + (part?.height ?? 0) / 2;
  expect(Math.abs(middle(place) - middle(words))).toBeLessThan(3);

  await first.click();
  await expect(first).toBeChecked();
  await second.focus();
  await page.keyboard.press('Space');
  await expect(second).toBeChecked();
  await expect(second).toBeFocused();
  await postmortem(page).getByText('Tell support').click();
  await settledSelection(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(first).not.toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(first).toBeChecked();
  await expectSaved(page);
  await app.close();
  const list = readBody(await readFile(file)).find(({ type }) => type === 'taskList');
  expect(list?.content?.map(({ attrs }) => attrs?.checked)).toEqual([true, true]);
  await app.launch(file);
  await expect(box(app.page, 'Roll back')).toBeChecked();
});
