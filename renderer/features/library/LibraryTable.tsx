import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { ArrowDown } from '../../ui/icons.ts';
import { Kbd, Keys } from '../../ui/keys/Keys.tsx';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { indexByKey } from '../../ui/typing/listKeys.ts';
import { alike } from './alike.ts';
import { chooseRow, chosenRow } from './chosenRow.ts';
import { LibraryRow } from './LibraryRow.tsx';
import styles from './LibraryTable.module.css';

/** The list itself: arrows move, Enter opens. One row at a time is in the order of Tab. */
export function LibraryTable({ entries }: { readonly entries: readonly LibraryEntry[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const chosen = useStore(chosenRow, ({ file }) => file);
  const found = entries.findIndex(({ file }) => file === chosen);
  const current = Math.max(0, found);
  const sameLook = useMemo(() => alike(entries), [entries]);
  const openActions = entries.reduce((sum, entry) => sum + entry.openActions, 0);

  const focusRow = (index: number): void =>
    body.current?.querySelectorAll<HTMLElement>('[data-open]')[index]?.focus();

  const start = useRef(current);
  useEffect(() => {
    if (document.activeElement === document.body) {
      body.current?.querySelectorAll<HTMLElement>('[data-open]')[start.current]?.focus();
    }
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const moved = indexByKey(event.key, current, entries.length);
    if (moved === null) return;
    event.preventDefault();
    focusRow(moved);
  };

  return (
    <>
      <table className={styles.table}>
        <colgroup>
          <col className={styles.id} />
          <col />
          <col className={styles.severity} />
          <col className={styles.date} />
          <col className={styles.status} />
          <col className={styles.actions} />
          <col className={styles.edited} />
          <col className={styles.more} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">ID</th>
            <th scope="col">Title</th>
            <th scope="col">Sev.</th>
            <th scope="col" aria-sort="descending">
              Date (UTC) <ArrowDown />
            </th>
            <th scope="col">Status</th>
            <th scope="col" className={styles.number}>
              <VisuallyHidden>Open </VisuallyHidden>Actions
            </th>
            <th scope="col" className={styles.edited}>
              Last edited
            </th>
            <td>
              <VisuallyHidden>More</VisuallyHidden>
            </td>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {entries.map((entry, index) => (
            <LibraryRow
              key={entry.file}
              entry={entry}
              showsFileName={sameLook.has(entry.file)}
              current={index === current}
              onCurrent={() => chooseRow(entry.file)}
            />
          ))}
        </tbody>
      </table>
      <footer className={styles.foot}>
        <span className={styles.sums}>
          {entries.length === 1 ? '1 postmortem' : `${entries.length} postmortems`} ·{' '}
          {openActions === 1 ? '1 open action' : `${openActions} open actions`}
        </span>
        <span className={styles.hint} aria-hidden="true">
          <Kbd>Up</Kbd>
          <Kbd>Down</Kbd> move
        </span>
        <span className={styles.hint} aria-hidden="true">
          <Kbd>Enter</Kbd> open
        </span>
        <span className={styles.hint} aria-hidden="true">
          <Keys shortcut="Mod+K" /> commands
        </span>
      </footer>
    </>
  );
}
