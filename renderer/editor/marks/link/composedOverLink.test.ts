import { describe, expect, it } from 'vitest';
import { marked } from '../../rows/marked.testkit.ts';
import { pluginView } from '../../rows/pluginView.testkit.ts';
import { composedOverLink } from './composedOverLink.ts';

const linked = (words: string) => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href: 'https://tools.example.org' } }],
});
const plain = (words: string) => ({ type: 'text', text: words });

/** The words after an input method has begun over those from `[` to right before `]`. */
function begun(...words: readonly object[]): string {
  const view = pluginView(marked({ type: 'paragraph', content: words }), [composedOverLink]);
  expect(view.tell('compositionstart')).toBe(false);
  return view.state.doc.textContent;
}

describe('an input method that begins to write', () => {
  it('over the end of a link finds it deleted', () => {
    expect(begun(plain('see '), linked('vault [log'), plain('] now'))).toBe('see vault ] now');
  });

  it.each([
    ['over the middle of a link', [linked('vault [au]dit log')]],
    ['over its start', [linked('[vau]lt')]],
    ['over all of it', [plain('see '), linked('[vault'), plain(']')]],
    ['over words behind it', [linked('vault'), plain(' [now]')]],
    ['at its end', [linked('vault'), plain('[]')]],
  ])('%s finds all as it is', (_, words) => {
    expect(begun(...words)).toBe(words.map(({ text }) => text).join(''));
  });
});
