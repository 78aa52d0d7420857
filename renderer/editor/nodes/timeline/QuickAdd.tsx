import type { Editor } from '@tiptap/core';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { MilestoneKey } from '../../../../shared/schema/milestones.ts';
import { milestoneLabel } from '../../../../shared/time/milestones.ts';
import { IconButton } from '../../../ui/button/Button.tsx';
import { useSuggestions } from '../../../ui/combobox/useSuggestions.ts';
import { List, Plus } from '../../../ui/icons.ts';
import { matchesShortcut } from '../../../ui/keyboard.ts';
import { Keys } from '../../../ui/keys/Keys.tsx';
import { matchingOptions } from '../../../ui/listbox/matchingOptions.ts';
import { OptionList } from '../../../ui/listbox/OptionList.tsx';
import type { Option } from '../../../ui/listbox/option.ts';
import { sessionOf } from '../../editorContext.ts';
import { refuseFiles } from '../image/givenFiles.ts';
import { addQuickRow, previewEntry } from './addQuickRow.ts';
import { EntryHistory, IN_DOCUMENT } from './entryHistory.ts';
import { leaveQuickAdd, type QuickField } from './leaveQuickAdd.ts';
import { openMilestones } from './milestoneMenu.ts';
import { pasteRowsAtEnd } from './paste/pasteRows.ts';
import styles from './quickAdd.module.css';
import { EMPTY_ENTRY, type QuickEntry } from './quickEntry.ts';
import { SUGGESTIONS } from './suggestions.ts';
import { useQuickEntry } from './useQuickEntry.ts';
import { withSuggestion } from './withSuggestion.ts';

const OPTIONS: readonly Option[] = SUGGESTIONS.map(({ label }) => ({ value: label, label }));

interface QuickAddProps {
  readonly editor: Editor;
  /** The position before the timeline; null while it is not on the page. */
  readonly timelinePos: () => number | null;
}

/** A usual row that was put in, and can be exchanged while the entry is as it left it. */
interface TakenSuggestion {
  /** What stood there, without what was typed only to find the usual row. */
  readonly kept: QuickEntry;
  readonly after: QuickEntry;
}

/** The row at the foot of a timeline: a time, or none for now, what happened, where it says so; Enter adds. */
export function QuickAdd({ editor, timelinePos }: QuickAddProps) {
  const [entry, setEntry] = useQuickEntry(editor, timelinePos);
  const box = useRef<HTMLFieldSetElement>(null);
  const eventInput = useRef<HTMLInputElement>(null);
  const [all, setAll] = useState(false);
  const options = all ? OPTIONS : matchingOptions(OPTIONS, entry.event);
  const list = useSuggestions(options);
  const [history] = useState(() => new EntryHistory(sessionOf(editor).undo));
  const type = (field: QuickField, text: string): void => {
    // What is emptied comes back, however soon after it was typed.
    history.keep(entry, text === '' ? null : field, Date.now());
    setEntry((now) => ({ ...now, [field]: text }));
  };

  const lastTaken = useRef<TakenSuggestion | null>(null);
  const taken = lastTaken.current?.after === entry ? lastTaken.current : null;

  const choose = ({ value }: Option): void => {
    const suggestion = SUGGESTIONS.find(({ label }) => label === value);
    list.close();
    if (suggestion === undefined) return;
    const kept = taken?.kept ?? (all ? entry : { ...entry, event: '' });
    const after = withSuggestion(kept, suggestion);
    if (taken === null) history.keep(entry, null, Date.now());
    lastTaken.current = { kept, after };
    setEntry(after);
    eventInput.current?.focus();
  };
  const toggle = (key: MilestoneKey): void => {
    history.keep(entry, null, Date.now());
    setEntry((now) => ({
      ...now,
      milestones: now.milestones.includes(key)
        ? now.milestones.filter((one) => one !== key)
        : [...now.milestones, key],
    }));
  };
  const add = (): void => {
    const position = timelinePos();
    if (position === null || !addQuickRow(editor, position, entry)) return;
    setEntry(EMPTY_ENTRY);
    history.clear();
    list.close();
    const field: QuickField = entry.time === '' ? 'event' : 'time';
    box.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    const field = event.target instanceof HTMLInputElement ? (event.target.name as QuickField) : null;
    if (field === null || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && list.highlighted) choose(list.highlighted);
    else if (matchesShortcut(event.nativeEvent, 'Enter') || matchesShortcut(event.nativeEvent, 'Mod+Enter'))
      add();
    else if (matchesShortcut(event.nativeEvent, 'Alt+M')) {
      if (eventInput.current)
        openMilestones(eventInput.current, (key) => entry.milestones.includes(key), toggle);
    } else if (takeBack(event.nativeEvent)) list.close();
    else if (field === 'event' && !(event.key === 'ArrowUp' && !list.open) && takeListKey(event)) return;
    else if (!leaveQuickAdd(editor, timelinePos(), field, event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const takeBack = (event: globalThis.KeyboardEvent): boolean => {
    const isUndo = matchesShortcut(event, 'Mod+Z');
    if (!isUndo && !matchesShortcut(event, 'Mod+Shift+Z') && !matchesShortcut(event, 'Mod+Y')) return false;
    const next = isUndo ? history.undo(entry) : history.redo(entry);
    if (next !== IN_DOCUMENT) setEntry(next);
    return true;
  };
  const takeListKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'ArrowDown' && !list.open) setAll(entry.event === '');
    return list.takeKey(event);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const position = timelinePos();
    const { clipboardData } = event;
    const isTaken = position !== null && pasteRowsAtEnd(editor, position, clipboardData);
    if (isTaken) history.keepRows();
    if (isTaken || refuseFiles(clipboardData, false)) event.preventDefault();
  };

  const onDrop = (event: DragEvent): void => {
    if (refuseFiles(event.dataTransfer, false)) event.preventDefault();
  };

  const preview = previewEntry(editor, timelinePos(), entry);
  return (
    <fieldset
      ref={box}
      className={styles.add}
      aria-label="Add a row"
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onDrop={onDrop}
    >
      <div className={styles.fields}>
        <span className={styles.plus} aria-hidden="true">
          <Plus />
        </span>
        <input
          name="time"
          className={styles.time}
          aria-label="Time (UTC), now if left empty"
          placeholder="HH:MM"
          autoComplete="off"
          spellCheck={false}
          value={entry.time}
          onChange={(event) => type('time', event.target.value)}
        />
        <span className={styles.event}>
          {entry.milestones.length === 0 ? null : (
            <span className={styles.milestones}>{entry.milestones.map(milestoneLabel).join('. ')}.</span>
          )}
          <input
            ref={eventInput}
            name="event"
            className={styles.input}
            aria-label="What happened"
            placeholder="Add what happened next…"
            autoComplete="off"
            value={entry.event}
            onChange={(event) => {
              type('event', event.target.value);
              setAll(false);
              if (event.target.value.trim().length > 1) list.show();
              else list.close();
            }}
            onBlur={list.close}
            {...list.attributes}
          />
        </span>
        <span className={styles.source}>
          <input
            name="source"
            className={`${styles.input} ${styles.optional}`}
            aria-label="Source"
            placeholder="Paste a link"
            autoComplete="off"
            value={entry.source}
            onChange={(event) => type('source', event.target.value)}
          />
          <span className={styles.keys}>
            <Keys shortcut="Enter" />
          </span>
        </span>
        <IconButton
          label="Usual rows"
          icon={<List />}
          size="small"
          tabIndex={-1}
          onClick={() => {
            setAll(true);
            eventInput.current?.focus();
            list.show();
          }}
        />
      </div>
      {preview === null ? null : (
        <div className={styles.under}>
          <span>Not added yet</span>
          <span>{preview}</span>
        </div>
      )}
      {list.open && eventInput.current ? (
        <OptionList
          id={list.listId}
          anchor={eventInput.current}
          label="Usual rows"
          labelId={undefined}
          options={options}
          current={list.current}
          chosen={null}
          onPoint={list.point}
          onChoose={choose}
        />
      ) : null}
    </fieldset>
  );
}
