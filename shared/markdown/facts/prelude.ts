import type { BodyNode } from '../../document/template.ts';
import { type FactTexts, METADATA_HEADING, readFactList, writeFactList } from './factList.ts';
import { isFirstLevel, type TitleWords, titleHeading, titleIn } from './titleHeading.ts';

/** What stands in front of the sections: a title, and the list of facts. */
export interface Prelude {
  /** The heading that says the title, null when that heading is content or is not there. */
  readonly heading: TitleWords | null;
  readonly texts: FactTexts | null;
}

/**
 * Takes the title and the list of facts off the front of a text's blocks, where they are written as an
 * export of ours writes them.
 *
 * @param keepsTitle the first heading is content, whatever it looks like
 * @param keepsFacts the list is
 */
export function takePrelude(
  blocks: readonly BodyNode[],
  keepsTitle: boolean,
  keepsFacts: boolean,
): { readonly prelude: Prelude; readonly rest: readonly BodyNode[] } {
  const [first] = blocks;
  const isHeaded = first !== undefined && isFirstLevel(first);
  const at = isHeaded ? 1 : 0;
  const list = !keepsFacts && isMetadata(blocks[at]) ? blocks[at + 1] : undefined;
  const texts = list === undefined ? null : readFactList(list);
  const found = keepsTitle ? null : titleIn(first);
  const listed = texts?.get('title');
  const heading = listed === undefined || listed === (found?.title ?? '') ? found : null;
  const kept = isHeaded && heading === null ? [first] : [];
  return { prelude: { heading, texts }, rest: [...kept, ...blocks.slice(texts === null ? at : at + 2)] };
}

const isMetadata = (block: BodyNode | undefined): boolean =>
  block !== undefined && JSON.stringify(block) === JSON.stringify(METADATA_HEADING);

/** Puts a title and a list of facts in front of blocks: behind a first heading that is the document's own. */
export function withPrelude({ heading, texts }: Prelude, blocks: readonly BodyNode[]): BodyNode[] {
  const list = texts === null || texts.size === 0 ? [] : [METADATA_HEADING, writeFactList(texts)];
  if (heading !== null) return [titleHeading(heading), ...list, ...blocks];
  const [first, ...others] = blocks;
  return first !== undefined && isFirstLevel(first) ? [first, ...list, ...others] : [...list, ...blocks];
}
