import type { NewPostmortem } from '../document/createPostmortem.ts';
import { readDebriefBlock } from './block/debriefBlock.ts';
import { frontMatterOf } from './block/frontMatter.ts';
import { linedBlocksOf } from './blocks/readBody.ts';
import { importNotes } from './importNotes.ts';
import { norm } from './normal/norm.ts';
import { documentPlace, normalBlocks } from './normal/normalBlocks.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { readWithNotes, readWithoutNotes } from './readContent.ts';
import { parseMdast } from './syntax/parseMdast.ts';

export interface MarkdownImport {
  readonly postmortem: PostmortemContent;
  /** What a person should know of what was and was not taken over, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * A postmortem of any Markdown text. Sections, timelines, whys, actions and facts are found where the text
 * says them; everything else stays ordinary content in its place, and nothing is run or fetched.
 *
 * @throws HostError `too-large` for a text that is too long, nested too deep or too slow to read
 */
export function importMarkdown(text: string): MarkdownImport {
  const root = parseMdast(text.replace(/\r\n?/g, '\n'));
  const [front] = root.children;
  const { foreign, ours } = frontMatterOf(front);
  const blocks = linedBlocksOf(root);
  const place = documentPlace(blocks);
  const ordinary = blocks.flatMap((block, at) => normalBlocks([block], place, at === blocks.length - 1));
  const block = readDebriefBlock(ours);
  const read = readWithoutNotes(ordinary, foreign, block);
  const postmortem = norm(readWithNotes(read, block, true).content);
  return { postmortem, notes: importNotes(read, postmortem, block.notes) };
}

/** The content of an import as a new document takes it. */
export const newPostmortemOf = (content: PostmortemContent, id: string, created: string): NewPostmortem => ({
  ...content,
  id,
  created,
});
