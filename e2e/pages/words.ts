import { expect, type Locator, type Page } from '@playwright/test';
import { settledSelection } from './openPostmortem.ts';

/** Selects from one place to another one: each is words of the text with a `|` where it is. */
export async function selectWords(page: Page, from: string, to = from): Promise<void> {
  await page.evaluate(
    ([start, end]) => {
      const text = document.querySelector<HTMLElement>('.ProseMirror');
      if (text === null) throw new Error('no text is open');
      const placeOf = (words: string): readonly [Node, number] => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(words.replace('|', '')) ?? -1;
          if (at >= 0) return [node, at + words.indexOf('|')];
        }
        throw new Error(`there is no ${words}`);
      };
      const [anchor, head] = [placeOf(start), placeOf(end)];
      text.focus();
      getSelection()?.setBaseAndExtent(...anchor, ...head);
      anchor[0].parentElement?.scrollIntoView({ block: 'center' });
    },
    [from, to] as const,
  );
  await settledSelection(page);
}

/** Drags what is selected by its first characters to a place in the first words of an element on the same screen. */
export async function dragSelected(page: Page, target: Locator, offset: number): Promise<void> {
  const start = await page.evaluate(() => {
    const { x, y, height } = getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
    return { x, y: y + height / 2 };
  });
  const end = await target.evaluate((element, at) => {
    const place = document.createRange();
    place.setStart(document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element, at);
    const { x, y, height } = place.getBoundingClientRect();
    return { x, y: y + height / 2 };
  }, offset);
  await page.mouse.move(start.x + 15, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + 4, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
  await settledSelection(page);
}

/**
 * Copies what is selected. The clipboard of the machine is shared by all tests that run at once, so it is the
 * event that is asked. @returns the HTML that was put there
 */
export async function copyAsHtml(page: Page): Promise<string> {
  const copied = await page.evaluateHandle(() => {
    const clipboard = { html: '' };
    const read = ({ clipboardData }: ClipboardEvent): void => {
      clipboard.html = clipboardData?.getData('text/html') ?? '';
    };
    window.addEventListener('copy', read, { once: true });
    return clipboard;
  });
  const html = () => copied.evaluate((clipboard) => clipboard.html);
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(html).not.toBe('');
  return html();
}
