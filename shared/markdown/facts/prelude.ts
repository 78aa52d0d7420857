import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { lineOf, wordsOf } from '../forms/cells.ts';
import { type FactTexts, METADATA_HEADING, readFactList, writeFactList } from './factList.ts';

/** What stands in front of the sections: a title of ours, and the list of facts. */
export interface Prelude {
  /** The words of the title's heading, null when that heading is none of ours or is not there. */
  readonly title: string | null;
  readonly hasTitle: boolean;
  readonly texts: FactTexts | null;
}

const TITLE = 'Postmortem';

export const titleHeading = (title: string | null): BodyNode => ({
  type: 'heading',
  attrs: { level: 1 },
  content: lineOf(title === null ? TITLE : `${TITLE}: ${title}`),
});

/** The words of a title's heading of ours; undefined for any other block. */
function titleIn(block: BodyNode | undefined): string | null | undefined {
  if (block?.type !== 'heading' || block.attrs?.level !== 1) return undefined;
  const line = block.content ?? [];
  const words = wordsOf(line);
  if (words === null || line.some(({ marks = [] }) => marks.length > 0)) return undefined;
  if (words === TITLE) return null;
  return words.startsWith(`${TITLE}: `) ? words.slice(TITLE.length + 2) : undefined;
}

/**
 * Takes the title and the list of facts off the front of a text's blocks, where they are written as an
 * export of ours writes them.
 *
 * @param keepsTitle the title's heading is content, whatever it looks like
 * @param keepsFacts the list is
 */
export function takePrelude(
  blocks: readonly BodyNode[],
  keepsTitle: boolean,
  keepsFacts: boolean,
): { readonly prelude: Prelude; readonly rest: readonly BodyNode[] } {
  const hasHeading = blocks[0]?.type === 'heading' && blocks[0].attrs?.level === 1;
  const at = hasHeading ? 1 : 0;
  const list = !keepsFacts && isMetadata(blocks[at]) ? blocks[at + 1] : undefined;
  const texts = list === undefined ? null : readFactList(list);
  const after = texts === null ? at : at + 2;
  const title = keepsTitle ? undefined : titleIn(blocks[0]);
  const listed = texts?.get('title');
  const taken = title !== undefined && (listed === undefined || listed === (title ?? ''));
  const kept = hasHeading && !taken ? blocks.slice(0, 1) : [];
  return {
    prelude: { title: taken ? (title ?? null) : null, hasTitle: taken, texts },
    rest: [...kept, ...blocks.slice(after)],
  };
}

const isMetadata = (block: BodyNode | undefined): boolean =>
  block !== undefined && JSON.stringify(block) === JSON.stringify(METADATA_HEADING);

/** Puts a title and a list of facts in front of blocks: behind a first heading that is the document's own. */
export function withPrelude({ title, hasTitle, texts }: Prelude, blocks: readonly BodyNode[]): BodyNode[] {
  const list = texts === null || texts.size === 0 ? [] : [METADATA_HEADING, writeFactList(texts)];
  if (hasTitle) return [titleHeading(title), ...list, ...blocks];
  const [first, ...others] = blocks;
  const headed = first?.type === 'heading' && first.attrs?.level === 1;
  return headed ? [first, ...list, ...others] : [...list, ...blocks];
}

/** The text of the first heading of level 1, without a word for postmortem in front; null when there is none. */
export function titleOf(blocks: readonly BodyNode[]): string | null {
  const heading = blocks.find(({ type, attrs }) => type === 'heading' && attrs?.level === 1);
  const words = heading === undefined ? '' : textOf(heading).replace(/\s+/g, ' ').replace(/¶$/, '').trim();
  const bare = words.replace(/^(?:incident )?post-?\s?mortem\s*(?:[:|]|[-–—](?=\s))\s*/i, '');
  return (bare === '' ? words : bare) || null;
}
