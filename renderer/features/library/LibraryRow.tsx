import { type MouseEvent, useId } from 'react';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { formatInstant } from '../../../shared/time/formatInstant.ts';
import { showDocument } from '../../stores/appStore.ts';
import { SeverityBadge } from '../../ui/badge/SeverityBadge.tsx';
import { StatusLabel } from '../../ui/badge/StatusLabel.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Ellipsis, OctagonAlert, TriangleAlert } from '../../ui/icons.ts';
import { IconMenuButton } from '../../ui/menu/MenuButton.tsx';
import { openMenu } from '../../ui/menu/openMenu.ts';
import { Mono } from '../../ui/text/Mono.tsx';
import { tip } from '../../ui/tooltip/tip.ts';
import styles from './LibraryTable.module.css';
import { lastEdited } from './lastEdited.ts';
import { rowEntries } from './rowEntries.tsx';

const NONE = <span className={styles.none}>–</span>;

interface LibraryRowProps {
  readonly entry: LibraryEntry;
  /** Whether only its file name tells it from another row. */
  readonly showsFileName: boolean;
  /** Whether it is the one that Tab reaches. */
  readonly current: boolean;
  readonly onCurrent: () => void;
}

export function LibraryRow({ entry, showsFileName, current, onCurrent }: LibraryRowProps) {
  const {
    incidentId,
    title,
    severity,
    date,
    status,
    openActions,
    modified,
    fileName,
    damaged,
    problem,
    next,
  } = entry;
  const name = problem === null ? (title ?? 'Untitled postmortem') : fileName;
  const entries = rowEntries(entry);
  const fileNameId = useId();
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const place = new DOMRect(event.clientX, event.clientY, 0, 0);
    openMenu({ anchor: { getBoundingClientRect: () => place }, label: `More for ${name}`, entries });
  };
  const open = (
    <button
      type="button"
      className={classNames(styles.open, title === null && problem === null && styles.untitled)}
      tabIndex={current ? 0 : -1}
      data-open=""
      aria-describedby={showsFileName ? fileNameId : undefined}
      onFocus={onCurrent}
      onClick={() => showDocument(entry.file)}
    >
      {name}
    </button>
  );
  const edited = (
    <td className={classNames(styles.edited, styles.soft)}>
      <span
        className={styles.raised}
        {...tip(`${formatInstant(new Date(modified).toISOString().slice(0, 16))} UTC`)}
      >
        {lastEdited(modified, Date.now())}
      </span>
    </td>
  );
  const more = (
    <td className={styles.moreCell}>
      <IconMenuButton
        label={`More for ${name}`}
        icon={<Ellipsis />}
        size="small"
        entries={entries}
        placement="bottom-end"
        tabIndex={current ? 0 : -1}
      />
    </td>
  );
  if (problem !== null) {
    return (
      <tr
        className={classNames(styles.row, styles.broken, current && styles.current)}
        onContextMenu={onContextMenu}
      >
        <td>
          <span className={styles.unread}>
            <OctagonAlert /> Not read
          </span>
        </td>
        <td colSpan={5} className={styles.titleCell}>
          {open}
          <span className={styles.problem}>
            {problem} {next}
          </span>
        </td>
        {edited}
        {more}
      </tr>
    );
  }
  return (
    <tr className={classNames(styles.row, current && styles.current)} onContextMenu={onContextMenu}>
      <td className={styles.soft}>{incidentId === null ? NONE : <Mono>{incidentId}</Mono>}</td>
      <td className={styles.titleCell}>
        {open}
        {showsFileName ? (
          <span className={styles.fileName} id={fileNameId}>
            {fileName}
          </span>
        ) : null}
        {damaged ? (
          <span className={styles.damaged}>
            <TriangleAlert /> A part of this file is damaged; opening it shows what can be read
          </span>
        ) : null}
      </td>
      <td>{severity === null ? NONE : <SeverityBadge severity={severity} />}</td>
      <td className={styles.soft}>{date === null ? NONE : <Mono>{date}</Mono>}</td>
      <td>{status === null ? null : <StatusLabel status={status} />}</td>
      <td className={classNames(styles.number, openActions > 0 ? styles.some : styles.none)}>
        {openActions}
      </td>
      {edited}
      {more}
    </tr>
  );
}
