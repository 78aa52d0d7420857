import type { Yaml } from 'mdast';
import type { NewPostmortem } from '../document/createPostmortem.ts';
import { readDebriefBlock } from './block/debriefBlock.ts';
import { partFrontMatter } from './block/frontMatter.ts';
import { blocksOf } from './blocks/readBody.ts';
import { norm } from './normal/norm.ts';
import { documentPlace, normalBlocks } from './normal/normalBlocks.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { readContent } from './readContent.ts';
import { parseMdast } from './syntax/parseMdast.ts';

export interface MarkdownImport {
  readonly postmortem: PostmortemContent;
}

/**
 * A postmortem of any Markdown text. Sections, timelines, whys, actions and facts are found where the text
 * says them; everything else stays ordinary content in its place, and nothing is run or fetched.
 *
 * @throws HostError `too-large` for a text that is too long, nested too deep or too slow to read
 */
export function importMarkdown(text: string): MarkdownImport {
  const root = parseMdast(text.replace(/\r\n?/g, '\n'));
  const yaml = root.children.find((node): node is Yaml => node.type === 'yaml');
  const { foreign, ours } = partFrontMatter(yaml?.value ?? '');
  const blocks = blocksOf(root);
  const place = documentPlace(blocks);
  const ordinary = blocks.flatMap((block, at) => normalBlocks([block], place, at === blocks.length - 1));
  const { content } = readContent(ordinary, foreign, readDebriefBlock(ours));
  return { postmortem: norm(content) };
}

/** The content of an import as a new document takes it. */
export const newPostmortemOf = (content: PostmortemContent, id: string, created: string): NewPostmortem => ({
  ...content,
  id,
  created,
});
