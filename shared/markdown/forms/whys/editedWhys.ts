import type { BodyNode } from '../../../document/template.ts';
import { firstLine, joinLine, type Lead, lineAfterLead } from '../lead.ts';
import { labelOf, type WhyLabel, type WhyLabelStyle } from './whyLabel.ts';
import { OUR_WHYS, whyLead } from './whyStyle.ts';

/**
 * A list of whys in an export may have been edited by hand: a why deleted, so that a number is missing, a label
 * written in another way, an entry added without one. It is a chain all the same.
 */

interface LabelledEntry {
  readonly label: WhyLabel;
  readonly style: WhyLabelStyle;
  readonly content: readonly BodyNode[];
}

/**
 * The list as it would be written: the whys numbered in their order, the labels of a kind all alike, and an entry
 * without one in a list below the why or root cause in front of it. Null when most entries have none.
 */
export function relabelledWhys(list: BodyNode): BodyNode | null {
  const entries = list.type === 'bulletList' ? entriesOf(list.content ?? []) : null;
  if (entries === null || !entries.some(({ label }) => label.kind === 'why')) return null;
  let whys = 0;
  const content = entries.map(({ label, style, content: blocks }) => {
    const known = { ...OUR_WHYS, [label.kind]: usualStyle(label.kind, entries) };
    if (label.kind === 'why') whys += 1;
    const numbered: WhyLabel = label.kind === 'why' ? { ...label, number: whys } : label;
    const line = lineAfterLead(firstLine(blocks), leadOf(label, style));
    if (line === null) return null;
    const first: BodyNode = { type: 'paragraph', content: joinLine(whyLead(numbered, known), line) };
    return { type: 'listItem', content: [first, ...blocks.slice(1)] };
  });
  return content.includes(null) ? null : { ...list, content: content as readonly BodyNode[] };
}

/** The lead of an entry whose system-level words are taken out. */
const leadOf = (label: WhyLabel, style: WhyLabelStyle): Lead =>
  whyLead(label.kind === 'why' ? { ...label, systemLevel: false } : label, {
    ...OUR_WHYS,
    [label.kind]: style,
  });

/** An item's blocks without the words in its label that say that it is a system-level truth. */
function withoutSystem(blocks: readonly BodyNode[], system: string): readonly BodyNode[] {
  const line = firstLine(blocks);
  const at = line.findIndex(({ text }) => text?.includes(system));
  if (system === '' || at === -1) return blocks;
  const content = line.flatMap((run, i) => {
    const text = i === at ? (run.text ?? '').replace(system, '') : null;
    return text === null ? [run] : text === '' ? [] : [{ ...run, text }];
  });
  return [{ type: 'paragraph', content }, ...blocks.slice(1)];
}

function entriesOf(items: readonly BodyNode[]): readonly LabelledEntry[] | null {
  const entries: LabelledEntry[] = [];
  for (const item of items) {
    const { content = [] } = item;
    const line = firstLine(content);
    const found = labelOf(line);
    const last = entries.at(-1);
    if (found !== null) entries.push({ ...found, content: withoutSystem(content, found.system) });
    else if (last === undefined || last.label.kind === 'problem') return null;
    else entries[entries.length - 1] = { ...last, content: withItem(last.content, item) };
  }
  return entries.length * 2 > items.length ? entries : null;
}

/** Blocks that end with a list, which the item is the last one of. */
function withItem(blocks: readonly BodyNode[], item: BodyNode): readonly BodyNode[] {
  const last = blocks.at(-1);
  return last?.type === 'bulletList'
    ? [...blocks.slice(0, -1), { ...last, content: [...(last.content ?? []), item] }]
    : [...blocks, { type: 'bulletList', content: [item] }];
}

const BARE = /[\p{L}}]$/u;

/**
 * How most labels of a kind are written; the first of those that are equally many. Only ours has a place for a
 * system-level truth.
 */
function usualStyle(kind: WhyLabel['kind'], entries: readonly LabelledEntry[]): WhyLabelStyle {
  if (kind === 'why' && entries.some(({ label }) => label.kind === kind && label.systemLevel))
    return OUR_WHYS.why;
  const counts = new Map<string, number>();
  for (const { label, style } of entries) {
    const key = JSON.stringify(style);
    // A label without words has lost what parts it from them.
    const weight = BARE.test(style.join('').trim()) ? 1 : entries.length;
    if (label.kind === kind) counts.set(key, (counts.get(key) ?? 0) + weight);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual === undefined ? OUR_WHYS[kind] : (JSON.parse(usual[0]) as WhyLabelStyle);
}
