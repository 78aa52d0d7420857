import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { lineOf } from '../forms/cells.ts';
import { firstLine, plainStart } from '../forms/lead.ts';
import { sectionOfWords } from '../sections/headingWords.ts';
import { DATES_LABEL, FACT_LINES, type FactLine, type FactLineKey } from './factLines.ts';

/** What the lines of a list of facts say, by their key. */
export type FactTexts = ReadonlyMap<FactLineKey, string>;

/** The heading above the list of facts. */
export const METADATA_HEADING: BodyNode = {
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text: 'Metadata' }],
};

/** The list of facts that says these texts, in the template's order. */
export function writeFactList(texts: FactTexts): BodyNode {
  const items: BodyNode[] = [];
  const dates = FACT_LINES.filter(({ key, inDates }) => inDates && texts.has(key));
  for (const line of FACT_LINES) {
    const text = texts.get(line.key);
    if (text === undefined) continue;
    if (!line.inDates) items.push(item(line.label, text));
    else if (line === dates[0]) items.push(datesItem(dates, texts));
  }
  return { type: 'bulletList', content: items };
}

const item = (label: string, text: string): BodyNode => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: lineOf(`${label}: ${text}`.trimEnd()) }],
});

const datesItem = (dates: readonly FactLine[], texts: FactTexts): BodyNode => ({
  type: 'listItem',
  content: [
    { type: 'paragraph', content: lineOf(`${DATES_LABEL}:`) },
    { type: 'bulletList', content: dates.map(({ key, label }) => item(label, texts.get(key) ?? '')) },
  ],
});

/** The texts of a list of facts of ours; null for a list that would not be written just like this. */
export function readFactList(list: BodyNode): FactTexts | null {
  if (list.type !== 'bulletList') return null;
  const texts = new Map<FactLineKey, string>();
  for (const entry of entriesOf(list)) {
    const words = plainStart(firstLine(entry.content ?? []));
    const found = words === null ? null : lineAt(words);
    if (found === null || textOf(entry) !== words) return null;
    texts.set(found.key, found.text);
  }
  return texts.size > 0 && JSON.stringify(writeFactList(texts)) === JSON.stringify(list) ? texts : null;
}

/** The items of a list, those of a list in an item in place of it. */
const entriesOf = ({ content = [] }: BodyNode): readonly BodyNode[] =>
  content.flatMap((entry) => {
    const [, nested] = entry.content ?? [];
    return nested?.type === 'bulletList' ? (nested.content ?? []) : [entry];
  });

/**
 * Whether the lists in front of the first section have at least half of the lines of a list of facts of ours:
 * a person has edited it.
 */
export function hasFactList(blocks: readonly BodyNode[]): boolean {
  const end = blocks.findIndex((block) => block.type === 'heading' && sectionOfWords(textOf(block)) !== null);
  const lists = blocks.slice(0, end === -1 ? undefined : end).filter(({ type }) => type === 'bulletList');
  const labelled = lists.flatMap(entriesOf).filter((entry) => {
    const words = plainStart(firstLine(entry.content ?? []));
    return words !== null && lineAt(words) !== null;
  });
  return labelled.length * 2 >= FACT_LINES.length;
}

function lineAt(words: string): { readonly key: FactLineKey; readonly text: string } | null {
  const line = FACT_LINES.find(({ label }) => words.startsWith(`${label}:`));
  return line === undefined ? null : { key: line.key, text: words.slice(line.label.length + 1).trim() };
}
