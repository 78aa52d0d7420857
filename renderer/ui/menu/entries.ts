import type { ReactNode } from 'react';
import type { Shortcut } from '../keyboard.ts';

export interface MenuAction {
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly keys?: Shortcut;
  /** Cannot be taken back: goes last, after a rule. */
  readonly danger?: boolean;
  /** Why it cannot be chosen now; shown under the label. */
  readonly off?: string | undefined;
  /** For something that is on or off, such as a milestone; omit for others. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

export interface MenuHeading {
  readonly heading: string;
}

export type MenuEntry = MenuAction | MenuHeading | 'rule';

/** Whether the entry can be moved to and chosen. */
export function isAction(entry: MenuEntry): entry is MenuAction {
  return entry !== 'rule' && 'onSelect' in entry;
}

/** Puts what cannot be taken back last, after a rule, and drops rules with nothing between or around them. */
export function arrangeEntries(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  const isDanger = (entry: MenuEntry): boolean => isAction(entry) && entry.danger === true;
  const ordered: readonly MenuEntry[] = [
    ...entries.filter((entry) => !isDanger(entry)),
    'rule',
    ...entries.filter(isDanger),
  ];
  return ordered.filter(
    (entry, index) =>
      entry !== 'rule' ||
      (ordered.slice(0, index).some(isAction) &&
        ordered.slice(index + 1).some(isAction) &&
        ordered[index + 1] !== 'rule'),
  );
}
