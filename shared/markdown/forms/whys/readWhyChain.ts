import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, boldStart, firstLine, lineAfterLead, plainStart } from '../lead.ts';
import { lookOf, type Note } from '../noted.ts';
import { labelIn, type WhyLabel, type WhyLabelStyle } from './whyLabel.ts';
import { partLine } from './whyParagraph.ts';
import { OUR_WHYS, styleText, type WhyStyle, whyLead, whyStyleOf } from './whyStyle.ts';

const EMPTY: BodyNode = { type: 'paragraph' };

interface Entry {
  readonly label: WhyLabel;
  readonly content: readonly BodyNode[];
}

/** A list of which every item begins with a why chain's label, the whys numbered in order; else null. */
export function readWhyChain(list: BodyNode, context: FormContext): BodyNode | null {
  const found = entriesOf(list, context);
  if (found === null) return null;
  const { entries, style: labels } = found;
  const note = context.notes.take('whyChains', lookOf([list]))?.note;
  const joined =
    note !== undefined && 'written' in note
      ? whyStyleOf({ type: 'whyChain', attrs: note }).joined
      : entries.some((entry) => isJoined(entry, labels));
  const style = { ...labels, joined };
  return node(
    'whyChain',
    notedAttrs({ written: styleText(style) }, note, ['written']),
    entries.map((entry) => readEntry(entry, style, context)),
  );
}

function entriesOf(
  list: BodyNode,
  context: FormContext,
): { readonly entries: readonly Entry[]; readonly style: WhyStyle } | null {
  const items = (list.content ?? []).map(({ content = [] }) => content);
  if (list.type === 'orderedList') return numberedEntries(list, items, context);
  if (list.type !== 'bulletList') return null;
  const styles: Partial<Record<WhyLabel['kind'], WhyLabelStyle>> = {};
  const entries: Entry[] = [];
  let whys = 0;
  for (const content of items) {
    const line = firstLine(content);
    const strong = boldStart(line);
    const found = labelIn(strong, (strong === null ? plainStart(line) : line[1]?.text) ?? '');
    if (found === null) return null;
    const { label, style } = found;
    // A later label without words has lost what parts it; the first one of its kind tells.
    const known = styles[label.kind] ?? style;
    if (known.join('').trim() !== style.join('').trim()) return null;
    styles[label.kind] = known;
    if (label.kind === 'why') whys += 1;
    if (label.kind === 'why' && label.number !== whys) return null;
    if (label.kind === 'problem' && content.length > 1) return null;
    entries.push({ label, content });
  }
  const style: WhyStyle = { ...OUR_WHYS, ...styles };
  const hasLeads = entries.every(
    ({ label, content }) => blocksAfterLead(content, whyLead(label, style)) !== null,
  );
  const isOurs = styleText(style) === null;
  return hasLeads && entries.length > 0 && (whys > 0 || isOurs || context.forced) ? { entries, style } : null;
}

/** Under the root cause, a numbered list of questions that begin with why. */
function numberedEntries(
  list: BodyNode,
  items: readonly (readonly BodyNode[])[],
  { section, forced }: FormContext,
): { readonly entries: readonly Entry[]; readonly style: WhyStyle } | null {
  const asks = items.every((content) => /^why\b.*\?/i.test(textOf(content[0] ?? EMPTY)));
  if (list.attrs?.start !== 1 || !(forced || (section === 'rootCause' && asks && items.length > 1)))
    return null;
  return {
    entries: items.map((content, at) => ({
      label: { kind: 'why', number: at + 1, systemLevel: false },
      content,
    })),
    style: { ...OUR_WHYS, ordered: true, why: ['', ''] },
  };
}

function isJoined({ label, content }: Entry, style: WhyStyle): boolean {
  if (label.kind !== 'why') return false;
  return partLine(lineAfterLead(firstLine(content), whyLead(label, style)) ?? []).answer.length > 0;
}

function readEntry({ label, content }: Entry, style: WhyStyle, context: FormContext): BodyNode {
  const lead = whyLead(label, style);
  switch (label.kind) {
    case 'problem':
      return node('whyProblem', {}, lineAfterLead(firstLine(content), lead) ?? []);
    case 'rootCause': {
      const blocks = blocksAfterLead(content, lead) ?? [];
      return node('rootCause', {}, blocks.length === 0 ? [EMPTY] : blocks);
    }
    case 'why': {
      const note = context.notes.take('whys', lookOf(content))?.note;
      const attrs = { id: null, systemLevel: label.systemLevel || null };
      return node(
        'why',
        notedAttrs(attrs, note, ['id', 'systemLevel']),
        readWhy(content, label, style, note),
      );
    }
  }
}

function readWhy(
  content: readonly BodyNode[],
  label: WhyLabel,
  style: WhyStyle,
  note: Note | undefined,
): BodyNode[] {
  const hasLine = content[0]?.type === 'paragraph';
  const line = lineAfterLead(firstLine(content), whyLead(label, style)) ?? [];
  const parts = style.joined && note?.split !== false ? partLine(line) : { question: line, answer: [] };
  const answer: BodyNode[] = [
    ...(parts.answer.length === 0 ? [] : [{ type: 'paragraph', content: parts.answer }]),
    ...(hasLine ? content.slice(1) : content),
  ];
  return [
    node('whyQuestion', {}, parts.question),
    { type: 'whyAnswer', content: answer.length === 0 ? [EMPTY] : answer },
  ];
}
