import type { Editor } from '@tiptap/core';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import * as z from 'zod';
import { readAbout } from '../../../../shared/document/about.ts';
import { MILESTONE_KEYS } from '../../../../shared/schema/milestones.ts';
import { keep, kept, listenToKept } from '../../../stores/kept.ts';
import { sessionOf } from '../../editorContext.ts';
import { EMPTY_ENTRY, isEmptyEntry, type QuickEntry } from './quickEntry.ts';

const entrySchema = z.object({
  time: z.string(),
  event: z.string(),
  source: z.string(),
  milestones: z.array(z.enum(MILESTONE_KEYS)),
});

/**
 * What stands in the fields at the foot of a timeline. What was typed there and not added is kept with the
 * document in this window's own storage, so that it is there again when the document is opened again; two
 * windows that show one such row show the same.
 */
export function useQuickEntry(
  editor: Editor,
  timelinePos: () => number | null,
): readonly [QuickEntry, Dispatch<SetStateAction<QuickEntry>>] {
  const [key] = useState(() => keyOf(editor, timelinePos()));
  const [entry, setEntry] = useState(() => readEntry(kept(key)));
  useEffect(() => keep(key, writtenEntry(entry)), [key, entry]);
  useEffect(
    () =>
      listenToKept(key, (value, before) =>
        setEntry((now) => (before !== null && before === writtenEntry(now) ? readEntry(value) : now)),
      ),
    [key],
  );
  return [entry, setEntry];
}

/** The document, and which of its timelines counted from the top. */
function keyOf(editor: Editor, timelinePos: number | null): string {
  let before = 0;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'timeline' && position < (timelinePos ?? 0)) before += 1;
    return node.type.name !== 'timeline' && !node.isTextblock;
  });
  return `debrief/row-to-add/${readAbout(sessionOf(editor).doc).id}/${before}`;
}

const writtenEntry = (entry: QuickEntry): string | null =>
  isEmptyEntry(entry) ? null : JSON.stringify(entry);

function readEntry(written: string | null): QuickEntry {
  if (written === null) return EMPTY_ENTRY;
  try {
    return entrySchema.parse(JSON.parse(written));
  } catch {
    // Written by another version: what cannot be read is no row.
    return EMPTY_ENTRY;
  }
}
