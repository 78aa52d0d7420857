import { textOf } from '../document/readBody.ts';
import type { BodyNode } from '../document/template.ts';
import { firstLine } from './forms/lead.ts';
import { asksWhyWithin, labelOf } from './forms/whys/whyLabel.ts';
import type { PlacedBlock } from './placedBlocks.ts';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);

/** That a list in which whys are labelled or asked is no chain of them, or that paragraphs are none, a sentence each. */
export const whysLeft = (blocks: readonly PlacedBlock[]): readonly string[] => [
  ...blocks.flatMap(({ block }) => {
    const items = itemsIn(block);
    const labelled = items.filter(beginsWithWhy).length;
    return labelled < 2
      ? []
      : [
          `A list of whys stays a list: ${labelled} of its ${items.length} entries are labelled as a why, and not all of them as the parts of 5 Whys are, one after the other.`,
        ];
  }),
  ...whyQuestionsLeft(blocks),
  ...whyParagraphsLeft(blocks),
];

/** The same under the root cause for a list without labels in which entries ask why. */
function whyQuestionsLeft(blocks: readonly PlacedBlock[]): readonly string[] {
  return blocks.flatMap(({ block, place: { section } }) => {
    const items = section === 'rootCause' && LISTS.has(block.type) ? (block.content ?? []) : [];
    const asking = items.filter(({ content = [] }) => asksWhyWithin(firstLine(content).map(textOf).join('')));
    return asking.length === 0 || itemsIn(block).filter(beginsWithWhy).length > 1
      ? []
      : [
          `A list of whys stays a list: ${asking.length} of its ${items.length} entries ${asking.length === 1 ? 'asks' : 'ask'} why, and they are neither labelled as the parts of 5 Whys nor numbered questions that begin with why.`,
        ];
  });
}

/** The entries of a list, and of those inside of it or of the whys of a chain. */
const itemsIn = ({ type, content = [] }: BodyNode): readonly BodyNode[] => [
  ...(type === 'listItem' || type === 'taskItem' ? [{ type, content }] : []),
  ...content.flatMap(itemsIn),
];

function whyParagraphsLeft(blocks: readonly PlacedBlock[]): readonly string[] {
  const labelled = blocks.filter(({ block, place: { section } }) => {
    const isLine = block.type === 'paragraph' || block.type === 'heading';
    return section === 'rootCause' && isLine && labelOf(block.content ?? [])?.label.kind === 'why';
  });
  return labelled.length < 2
    ? []
    : [
        `${labelled.length} paragraphs or headings that are labelled as a why stay what they are: they are not the parts of 5 Whys, one after the other.`,
      ];
}

const beginsWithWhy = ({ content = [] }: BodyNode): boolean =>
  labelOf(firstLine(content))?.label.kind === 'why';
