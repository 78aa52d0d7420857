import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { debrief, expectSaved, openNewPostmortem, postmortem } from '../pages/openPostmortem.ts';
import { goToQuickAdd, quickField, rowOf, sourceOf, typeQuickRow } from '../pages/timeline.ts';

test('what is no picture, or one that is too large, is refused in words that stay', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await postmortem(page).evaluate((editor) => {
    const clipboardData = new DataTransfer();
    const bytes = new Uint8Array(21 * 1024 * 1024);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    clipboardData.items.add(
      new File([new TextEncoder().encode('no picture')], 'fake.png', { type: 'image/png' }),
    );
    clipboardData.items.add(new File([bytes], 'big.png', { type: 'image/png' }));
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog', { name: 'That did not work' });
  await expect(dialog).toContainText('fake.png is not a PNG, JPEG, GIF or WebP picture.');
  await expect(dialog).toContainText('big.png has 21 MB; the limit is 20 MB.');
  await expect(dialog).toContainText('Save it smaller and add it again.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
});

/** One black pixel. */
const PNG = [
  ...atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='),
].map((sign) => sign.charCodeAt(0));

test('where no picture or other file is taken, it is said what is taken and where', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await goToQuickAdd(page);
  await typeQuickRow(page, { time: '10:00', event: 'Alert', source: 'log' });
  await pasteFile(quickField(page, 'event'), 'image/png');
  const refusal = page.getByText('Pictures go among words');
  await expect(refusal).toBeVisible();
  await expect(refusal).toHaveCount(0, { timeout: 20_000 });
  await sourceOf(rowOf(page, 'Alert')).getByText('log').click();
  await pasteFile(postmortem(page), 'image/png');
  await expect(refusal).toBeVisible();
  await pasteFile(postmortem(page), 'application/pdf');
  await expect(page.getByText('Only pictures go into the text')).toBeVisible();
  await expect(postmortem(page).locator('img[src^="blob:"]')).toHaveCount(0);
});

const pasteFile = (place: Locator, type: string): Promise<void> =>
  place.evaluate((element, type) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'file', { type }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, type);

async function pastePicture(page: Page, ...names: readonly string[]): Promise<void> {
  await postmortem(page).evaluate(
    (editor, { bytes, names }) => {
      const clipboardData = new DataTransfer();
      for (const name of names) {
        clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
      }
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { bytes: PNG, names: names.length === 0 ? ['image.png'] : names },
  );
}

/** Holds pictures on their way into the file until what it returns is called. */
async function holdPictures(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    const released = new Promise((release) => window.addEventListener('release-pictures', release));
    Blob.prototype.arrayBuffer = async function () {
      await released;
      return arrayBuffer.call(this);
    };
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event('release-pictures')));
}

test('pictures come in where they were pasted, in order, and leave what is typed meanwhile alone', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('Own paragraph words');
  const paragraph = postmortem(page).locator('p', { hasText: 'paragraph words' });
  const release = await holdPictures(page);
  await pastePicture(page, 'first.png', 'second.png');
  await page.keyboard.type(' behind');
  await page.keyboard.press('Home');
  await page.keyboard.type('All my ');
  await release();
  const pictures = paragraph.locator('img[src^="blob:"]');
  await expect(pictures).toHaveCount(2);
  await page.keyboard.type('very ');
  const reads = (): Promise<string> =>
    paragraph.evaluate((element) =>
      [...element.querySelectorAll<HTMLImageElement>('img[src^="blob:"]')].reduce(
        (text, { alt }) => `${text} ${alt}`,
        element.textContent ?? '',
      ),
    );
  expect(await reads()).toBe('All my very Own paragraph words behind first second');
  expect(
    await paragraph.evaluate((element) => {
      const behind = document.createRange();
      behind.setStartAfter([...element.querySelectorAll<HTMLImageElement>('img[src^="blob:"]')].at(-1)!);
      behind.setEndAfter(element.lastChild!);
      return behind.toString();
    }),
  ).toBe(' behind');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pictures).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pictures).toHaveCount(0);
  expect(await reads()).toBe('All my Own paragraph words behind');

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('To be deleted');
  const releaseAgain = await holdPictures(page);
  await pastePicture(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Last');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Backspace');
  await expect(postmortem(page)).not.toContainText('To be deleted');
  await releaseAgain();
  await expect(page.getByText('The text that the picture was meant for is gone')).toBeVisible();
  await expect(postmortem(page).locator('img[src^="blob:"]')).toHaveCount(1);
});

test('a picture is described by keys alone, and its words are in the Markdown', async ({ app }) => {
  const file = await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  await pastePicture(page);
  const picture = postmortem(page).locator('img[src^="blob:"]');
  await expect(picture).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const words = page.getByRole('textbox', { name: 'What the picture shows' });
  await expect(words).toBeFocused();
  await page.keyboard.type('Refusals by region');
  await page.keyboard.press('Enter');
  await expect(postmortem(page)).toBeFocused();
  await expect(picture).toHaveAttribute('alt', 'Refusals by region');
  await expectSaved(page);
  await app.close();
  expect(await debrief(app, 'export', file, '--to', 'md', '--plain', '--out', '-')).toContain(
    '![Refusals by region](',
  );
  await app.launch(file);
});

test('a picture is described in the field under it when it is pressed', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  await pastePicture(page);
  const picture = postmortem(page).locator('img[src^="blob:"]');
  await picture.click({ force: true });
  const words = page.getByRole('textbox', { name: 'What the picture shows' });
  await words.click();
  await page.keyboard.type('Load');
  await expect(picture).toHaveAttribute('alt', 'Load');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(picture).not.toHaveAttribute('alt', 'Load');
  await page.getByRole('textbox', { name: 'Title' }).click();
  await expect(words).toHaveCount(0);
});
