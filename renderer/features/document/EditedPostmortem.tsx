import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useMemo, useState } from 'react';
import { readFacts } from '../../../shared/document/facts.ts';
import { milestoneRowsOf } from '../../../shared/document/milestoneRows.ts';
import { readBody } from '../../../shared/document/readBody.ts';
import type { Section } from '../../../shared/review/sectionsOf.ts';
import { useCommands, usePaletteSource } from '../../app/commandStore.ts';
import { showProblem } from '../../app/showProblem.ts';
import { touchedBlocks } from '../../editor/commands/touchedBlocks.ts';
import { FindBar } from '../../editor/find/FindBar.tsx';
import { PostmortemEditor, usePostmortemEditor } from '../../editor/PostmortemEditor.tsx';
import type { DocumentSession } from '../../session/documentSession.ts';
import { FactsHeader } from '../facts/FactsHeader.tsx';
import { copyBlocks, copyMarkdown } from './copyMarkdown.ts';
import styles from './DocumentPage.module.css';
import { actionAndPeopleLines, insertionLines } from './paletteLines.ts';
import { rowLines } from './rowLines.ts';
import { tableLines } from './tableLines.ts';
import { timelineLines } from './timelineLines.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import { useFocusedSection } from './useFocusedSection.ts';

interface EditedPostmortemProps {
  readonly session: DocumentSession;
  readonly sections: readonly Section[];
}

/** The page that is written on: facts, text, and the find bar over it when it is asked for. */
export function EditedPostmortem({ session, sections }: EditedPostmortemProps) {
  const editor = usePostmortemEditor(session);
  const rows = useMemo(() => milestoneRowsOf(sections.flatMap((section) => section.nodes)), [sections]);
  // Counts how often it was asked for, so that asking again leads back into the bar; 0 while it is closed.
  const [finding, setFinding] = useState(0);
  useFirstFocus(editor, session);
  useFocusedSection(editor);
  useCommands({
    find: () => setFinding(finding + 1),
    undo: () => session.undo.undo(),
    redo: () => session.undo.redo(),
    copyMarkdown: () => void copySelection(editor, session).catch(showProblem),
  });
  usePaletteSource(() => [
    ...timelineLines(editor),
    ...rowLines(editor),
    ...tableLines(editor),
    ...insertionLines(editor),
    ...actionAndPeopleLines(editor, readFacts(session.doc), sections),
  ]);
  return (
    <>
      {finding > 0 ? (
        <div className={styles.overPage}>
          <FindBar key={finding} editor={editor} onClose={() => setFinding(0)} />
        </div>
      ) : null}
      {/* What is written in another place is undone by itself. */}
      <article className={styles.paper} onFocus={() => session.undo.stopCapturing()}>
        <FactsHeader session={session} rows={rows} />
        <PostmortemEditor editor={editor} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for what the keyboard does at the end of the text */}
        <div className={styles.below} onMouseDown={(event) => writeBelow(editor, event)} />
      </article>
    </>
  );
}

/** Copies what is selected in the text as Markdown, and the whole postmortem where nothing is. */
function copySelection(editor: Editor, session: DocumentSession): Promise<void> {
  const { doc, selection } = editor.state;
  // A row in whose cells one types is selected, too.
  return selection.empty || selection instanceof NodeSelection
    ? copyMarkdown(session)
    : copyBlocks(touchedBlocks(doc, readBody(session.doc), selection));
}

/** A press under the last block goes on writing there, in a new paragraph where the last block is none. */
function writeBelow(editor: Editor, event: { preventDefault: () => void }): void {
  event.preventDefault();
  const { lastChild, content } = editor.state.doc;
  const chain = editor.chain();
  if (lastChild?.type.name !== 'paragraph') chain.insertContentAt(content.size, { type: 'paragraph' });
  chain.focus('end').run();
}
