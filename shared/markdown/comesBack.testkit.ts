import { expect, test } from 'vitest';
import { exportMarkdown } from './exportMarkdown.ts';
import { importMarkdown } from './importMarkdown.ts';
import { norm } from './normal/norm.ts';
import { visibleIn } from './visibleWords.testkit.ts';

/** Where an export's pictures would lie. */
export const OPTIONS = { imageAddress: (hash: string) => `x.assets/${hash}.png` };

/**
 * The tests that every file of somebody else's has to pass.
 *
 * @param shown the export as it is compared with the source: what it says beside times that it converted is left out
 */
export function comesBack(source: string, shown: (text: string) => string = (text) => text): void {
  const { postmortem } = importMarkdown(source);
  const { text } = exportMarkdown(postmortem, OPTIONS);

  test('MD-2 its words, links, images, tags and footnotes come out as they went in', () => {
    expect(visibleIn(shown(text))).toEqual(visibleIn(source));
  });

  test('MD-1 its export is a fixed point', () => {
    const again = importMarkdown(text).postmortem;
    expect(again).toEqual(norm(postmortem));
    expect(exportMarkdown(again, OPTIONS).text).toBe(text);
  });

  test('MD-3 nothing of ours is needed in its front matter', () => {
    expect(text.startsWith('---')).toBe(false);
  });
}
