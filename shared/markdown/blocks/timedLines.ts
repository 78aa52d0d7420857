import type { Paragraph, PhrasingContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { NOTHING_SAID } from '../forms/timeline/rowTimes.ts';
import { leadIn } from '../forms/timeline/timedLead.ts';
import { hardBreak, softBreak } from '../inline/inlineNodes.ts';

/** A paragraph whose lines all begin with a time, with a soft break for each line end; null for every other one. */
export function readTimedLines(
  { children }: Paragraph,
  readLine: (children: readonly PhrasingContent[]) => readonly BodyNode[],
): BodyNode | null {
  const lines = linesOf(children);
  if (lines.length < 2) return null;
  const read: BodyNode[] = [];
  for (const { content: source, end } of lines) {
    const content = readLine(source);
    if (leadIn([{ type: 'paragraph', content }], NOTHING_SAID) === null) return null;
    read.push(...content, ...end);
  }
  return { type: 'paragraph', content: read };
}

interface Line {
  readonly content: PhrasingContent[];
  /** The break behind it; none behind the last line. */
  end: readonly BodyNode[];
}

function linesOf(children: readonly PhrasingContent[]): readonly Line[] {
  let line: Line = { content: [], end: [] };
  const lines = [line];
  const endWith = (end: BodyNode): void => {
    line.end = [end];
    line = { content: [], end: [] };
    lines.push(line);
  };
  for (const child of children) {
    if (child.type === 'break') endWith(hardBreak);
    else if (child.type !== 'text') line.content.push(child);
    else
      for (const [at, value] of child.value.split('\n').entries()) {
        if (at > 0) endWith(softBreak);
        if (value !== '') line.content.push({ type: 'text', value });
      }
  }
  return lines;
}
