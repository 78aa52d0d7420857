import type { BodyNode } from '../document/template.ts';
import { NOTHING_NOTED, writeDebriefBlock } from './block/debriefBlock.ts';
import { joinFrontMatter } from './block/frontMatter.ts';
import { definesAlertMark } from './blocks/alert.ts';
import { writeBlocks } from './blocks/writeBlocks.ts';
import { textAttr } from './inline/inlineNodes.ts';
import { norm } from './normal/norm.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { refuseDeepBody } from './syntax/parseLimits.ts';
import { writeMdast } from './syntax/writeMdast.ts';
import { writeContent } from './writeContent.ts';

export interface ExportOptions {
  /** Without what Markdown cannot show: nothing of ours in the front matter. */
  readonly plain?: boolean;
  /** The address of a picture, by its hash: `NAME.assets/HASH.ext`, or a `data:` address. */
  readonly imageAddress: (hash: string) => string;
}

export interface MarkdownExport {
  readonly text: string;
  /** Hashes of the pictures that the text refers to, each once, in the order of the text. */
  readonly images: readonly string[];
}

/**
 * A postmortem as GitHub-flavoured Markdown that reads like the template.
 *
 * @throws HostError `too-large` for what is nested deeper than any Markdown can be read back
 */
export function exportMarkdown(content: PostmortemContent, options: ExportOptions): MarkdownExport {
  refuseDeepBody(content.body);
  const normal = norm(content);
  const { blocks, block } = writeContent(normal);
  const noted = options.plain === true ? NOTHING_NOTED : block;
  const front = joinFrontMatter(normal.frontMatter, writeDebriefBlock(noted));
  const style = { ...options, keepsAlerts: !blocks.some(definesAlertMark) };
  const text = writeMdast({
    type: 'root',
    children: [...(front === null ? [] : [front]), ...writeBlocks(blocks, style)],
  });
  return { text: withFirstCharacter(text), images: [...new Set(blocks.flatMap(picturesIn))] };
}

/** At the start of a file U+FEFF would be a byte order mark, which no reader counts as text. */
const withFirstCharacter = (text: string): string => (text.startsWith('\uFEFF') ? `\n${text}` : text);

const picturesIn = (node: BodyNode): readonly string[] => {
  const hash = node.type === 'image' ? textAttr(node, 'hash') : null;
  return [...(hash === null ? [] : [hash]), ...(node.content ?? []).flatMap(picturesIn)];
};
