import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, firstLine, joinLine, lineAfterLead } from '../lead.ts';
import { lookOf, lookOfWhy } from '../noted.ts';
import { relabelledWhys } from './editedWhys.ts';
import { asksWhy, labelOf, type WhyLabel, type WhyLabelStyle } from './whyLabel.ts';
import { partLine } from './whyParagraph.ts';
import { OUR_WHYS, styleText, type WhyStyle, whyLead, whyStyleOf } from './whyStyle.ts';

const EMPTY: BodyNode = { type: 'paragraph' };

interface Entry {
  readonly label: WhyLabel;
  readonly content: readonly BodyNode[];
}

export interface FoundWhyChain {
  readonly chain: BodyNode;
  /** The list that it is, or was before somebody edited it. */
  readonly list: BodyNode;
}

/**
 * A list of which every item begins with a why chain's label, the whys numbered in order; else null. Under the root
 * cause of a template it may have been edited by hand.
 */
export function readWhyChain(list: BodyNode, context: FormContext): FoundWhyChain | null {
  const mayBeEdited = context.isOfTemplate && context.section === 'rootCause';
  const strict = chainIn(list, context, mayBeEdited);
  if (strict !== null || !mayBeEdited) return strict;
  const relabelled = relabelledWhys(list);
  return relabelled === null ? null : chainIn(relabelled, context, true);
}

function chainIn(list: BodyNode, context: FormContext, mayBeEdited: boolean): FoundWhyChain | null {
  const found = entriesOf(list, context);
  if (found === null) return null;
  const { entries, style: labels } = found;
  const note = context.notes.take('whyChains', lookOf([list]))?.note;
  const isNoted = note !== undefined && 'written' in note;
  // Where most answers stand below their questions, one that does not was put there by hand.
  const isMixed = mayBeEdited && !isNoted && entries.some((entry) => isApart(entry, labels));
  const joined = isNoted
    ? whyStyleOf({ type: 'whyChain', attrs: note }).joined
    : !isMixed && entries.some((entry) => isJoined(entry, labels));
  const style = { ...labels, joined };
  const read = entries.map((entry) =>
    readEntry(entry, style, isMixed && entry.content.length === 1, context),
  );
  return {
    chain: node(
      'whyChain',
      notedAttrs({ written: styleText(style) }, note, ['written']),
      read.map(({ part }) => part),
    ),
    list: isMixed ? { ...list, content: read.map(({ content }) => ({ type: 'listItem', content })) } : list,
  };
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
    const found = labelOf(line);
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
  const asks = items.every((content) => asksWhy(textOf(content[0] ?? EMPTY)));
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

/** Whether the answer stands below its question, and not beside it. */
function isApart(entry: Entry, style: WhyStyle): boolean {
  const [first, second] = entry.content;
  return (
    entry.label.kind === 'why' &&
    first?.type === 'paragraph' &&
    second?.type === 'paragraph' &&
    !isJoined(entry, style)
  );
}

function isJoined({ label, content }: Entry, style: WhyStyle): boolean {
  if (label.kind !== 'why') return false;
  return partLine(lineAfterLead(firstLine(content), whyLead(label, style)) ?? []).answer.length > 0;
}

/** A part of a chain, and the blocks that it is in the list: its answer below its question where that is `split`. */
interface ReadEntry {
  readonly part: BodyNode;
  readonly content: readonly BodyNode[];
}

function readEntry(
  { label, content }: Entry,
  style: WhyStyle,
  split: boolean,
  context: FormContext,
): ReadEntry {
  const lead = whyLead(label, style);
  switch (label.kind) {
    case 'problem':
      return { part: node('whyProblem', {}, lineAfterLead(firstLine(content), lead) ?? []), content };
    case 'rootCause': {
      const blocks = blocksAfterLead(content, lead) ?? [];
      return { part: node('rootCause', {}, blocks.length === 0 ? [EMPTY] : blocks), content };
    }
    case 'why': {
      const line = lineAfterLead(firstLine(content), lead) ?? [];
      const hasLine = content[0]?.type === 'paragraph';
      const below = hasLine ? content.slice(1) : content;
      const whole = { question: line, answer: [] };
      const parts = style.joined || split ? partLine(line) : whole;
      const look = lookOfWhy(
        [{ type: 'paragraph', content: line }, ...below],
        [{ type: 'paragraph', content: parts.answer }, ...below],
      );
      const note = context.notes.take('whys', look)?.note;
      const { question, answer } = note?.split === false ? whole : parts;
      const blocks = answer.length === 0 ? below : [{ type: 'paragraph', content: answer }, ...below];
      const attrs = notedAttrs({ id: null, systemLevel: label.systemLevel || null }, note, [
        'id',
        'systemLevel',
      ]);
      const isMoved = split && answer.length > 0;
      return {
        part: node('why', attrs, [
          node('whyQuestion', {}, question),
          { type: 'whyAnswer', content: blocks.length === 0 ? [EMPTY] : blocks },
        ]),
        content: isMoved ? [{ type: 'paragraph', content: joinLine(lead, question) }, ...blocks] : content,
      };
    }
  }
}
