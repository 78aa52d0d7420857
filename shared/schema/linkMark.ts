import { Mark, mergeAttributes } from '@tiptap/core';
import { safeLinkAddress } from './linkPolicy.ts';

/**
 * A link. `href` is kept as written, so that nothing an import brought is lost; whether it may be followed
 * is judged by the one link policy wherever it is drawn, exported or opened.
 */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => {
    const { href, ...others } = HTMLAttributes;
    const address = safeLinkAddress(String(href ?? ''));
    return [
      'a',
      mergeAttributes(
        others,
        address === null ? { 'data-refused': 'true' } : { href: address, rel: 'noreferrer' },
      ),
      0,
    ];
  },
});
