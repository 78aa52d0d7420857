import type { Node } from '@tiptap/pm/model';
import { actionStatusWords } from '../../../shared/document/actionStatusWords.ts';
import { formatRowTime } from '../../../shared/time/formatRowTime.ts';
import { timeOfAttributes } from '../../../shared/time/rowTimeAttributes.ts';
import { milestoneLabels } from '../nodes/timeline/milestoneMenu.ts';

/** What a node shows beside its text, as its cell shows it. */
export interface CellValue {
  /** The cell's name in its row; null for a node that has no cells and shows its value itself. */
  readonly cell: string | null;
  readonly words: string;
}

/** The values that a node holds as attributes and shows to a reader, in the order of its cells. */
export function cellValues({ type, attrs }: Node): readonly CellValue[] {
  const texts = (...cells: readonly string[]): readonly CellValue[] =>
    cells.map((cell) => ({ cell, words: String(attrs[cell] ?? '') }));
  const own = (...words: readonly unknown[]): readonly CellValue[] => [
    { cell: null, words: words.map((word) => String(word ?? '')).join(' ') },
  ];
  switch (type.name) {
    case 'timelineRow':
      return [
        { cell: 'time', words: timeWords(attrs) },
        { cell: 'milestones', words: milestoneLabels(attrs).join('. ') },
      ];
    case 'actionItem':
      return [
        ...texts('owner', 'ticket', 'due', 'priority'),
        { cell: 'status', words: statusWords(attrs.status) },
      ];
    case 'field':
      return texts('label', 'subject', 'choice');
    case 'signOffRow':
      return texts('role', 'name', 'date');
    case 'image':
      return own(attrs.alt, attrs.address);
    case 'rawInline':
      return own(attrs.value);
    case 'footnoteReference':
      return own(attrs.label);
    default:
      return [];
  }
}

function timeWords(attrs: Node['attrs']): string {
  const { text, original } = formatRowTime(timeOfAttributes(attrs));
  return original === null ? text : `${text} ${original}`;
}

/** Open is what an item is that says nothing of its status: nobody wrote it, so nobody looks for it. */
const statusWords = (status: unknown): string =>
  typeof status === 'string' ? actionStatusWords(status) : '';
