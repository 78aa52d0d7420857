import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { newId } from '../../../../shared/document/newId.ts';
import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';
import { linkedText } from '../../marks/link/linkedText.ts';

export interface RowDraft {
  /** Time and milestones, as a row's attributes hold them. */
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly event?: string;
  readonly source?: string;
}

/** A row that is not in a document yet, with a hidden id of its own and both of its cells. */
export function newRow(schema: Schema, { attrs = {}, event = '', source = '' }: RowDraft = {}): Node {
  const { paragraph, timelineRow, timelineEvent, timelineSource } = schema.nodes;
  return timelineRow!.create({ ...attrs, id: newId() }, [
    timelineEvent!.create(null, paragraph!.create(null, linkedText(schema, event))),
    timelineSource!.create(null, sourceContent(schema, source)),
  ]);
}

/** `[words](address)`, as Markdown writes a link. */
const MARKDOWN_LINK = /\[([^[\]]+)\]\(([^\s()]+)\)/g;

/** What was typed as a source: addresses and links in Markdown become links, all else stays words. */
export function sourceContent(schema: Schema, typed: string): Fragment {
  const text = typed.trim();
  let content = Fragment.empty;
  let end = 0;
  for (const { 0: written, 1: words = '', 2: href = '', index } of text.matchAll(MARKDOWN_LINK)) {
    if (safeLinkAddress(href) === null) continue;
    const link = schema.text(words, [schema.marks.link!.create({ href })]);
    content = content.append(linkedText(schema, text.slice(end, index))).append(Fragment.from(link));
    end = index + written.length;
  }
  return content.append(linkedText(schema, text.slice(end)));
}
