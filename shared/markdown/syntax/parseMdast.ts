import type { Literal, Root } from 'mdast';
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parseDeadline, refuseDeep, refuseOversized } from './parseLimits.ts';

/** Front matter between lines of `+++`. */
export interface Toml extends Literal {
  readonly type: 'toml';
}

declare module 'mdast' {
  interface FrontmatterContentMap {
    toml: Toml;
  }
  interface RootContentMap {
    toml: Toml;
  }
}

/** The kinds of front matter that are known. */
export const FRONT_MATTERS: ('yaml' | 'toml')[] = ['yaml', 'toml'];

/** A text that begins with a fence which is closed by another of its kind. */
const FENCED = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))??\1[ \t]*(?:[\r\n]|$)/;

/**
 * GitHub's own additions, but for the pass that turns addresses in finished text into links: it also links
 * what was escaped (`www\.example.com`), so text that is no link could not be written. The tokenizer links
 * the rest.
 */
const gfmNodes: Extension[] = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/**
 * CommonMark with GitHub's tables, task items, strikethrough, footnotes and bare addresses, and front
 * matter in YAML or TOML. One tilde is no strikethrough: postmortems write `~13:30` for about. Nothing is run or fetched.
 *
 * @throws HostError `too-large` for what is too long, nested too deep or too slow to read
 */
export function parseMdast(text: string): Root {
  refuseOversized(text);
  const source = text.replace(/^\uFEFF/, '');
  // Where its tokenizer looks for front matter and finds no end, it reads no list or quote in the rest either.
  const front = FENCED.test(source) ? [frontmatter(FRONT_MATTERS)] : [];
  const root = fromMarkdown(source, {
    extensions: [gfm({ singleTilde: false }), ...front, parseDeadline()],
    mdastExtensions: [gfmNodes, frontmatterFromMarkdown(FRONT_MATTERS)],
  });
  refuseDeep(root);
  return root;
}
