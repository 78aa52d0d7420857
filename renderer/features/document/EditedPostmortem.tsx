import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import { milestoneRowsOf } from '../../../shared/document/milestoneRows.ts';
import type { Section } from '../../../shared/review/sectionsOf.ts';
import { FindBar } from '../../editor/find/FindBar.tsx';
import { PostmortemEditor, usePostmortemEditor } from '../../editor/PostmortemEditor.tsx';
import type { DocumentSession } from '../../session/documentSession.ts';
import { listenToHost } from '../../session/host.ts';
import { matchesShortcut } from '../../ui/keyboard.ts';
import { FactsHeader } from '../facts/FactsHeader.tsx';
import styles from './DocumentPage.module.css';
import { useFocusedSection } from './useFocusedSection.ts';

interface EditedPostmortemProps {
  readonly session: DocumentSession;
  readonly sections: readonly Section[];
}

/** The page that is written on: facts, text, and the find bar over it when it is asked for. */
export function EditedPostmortem({ session, sections }: EditedPostmortemProps) {
  const editor = usePostmortemEditor(session);
  const rows = useMemo(() => milestoneRowsOf(sections.flatMap((section) => section.nodes)), [sections]);
  const [finding, setFinding] = useState(false);
  useFocusedSection(editor);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (matchesShortcut(event, 'Mod+F')) {
        event.preventDefault();
        setFinding(true);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    const stop = listenToHost((event) => {
      if (event.kind !== 'menu') return;
      if (event.command === 'find') setFinding(true);
      if (event.command === 'undo') session.undo.undo();
      if (event.command === 'redo') session.undo.redo();
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, [session]);
  return (
    <>
      {finding ? (
        <div className={styles.overPage}>
          <FindBar editor={editor} onClose={() => setFinding(false)} />
        </div>
      ) : null}
      <article className={styles.paper}>
        <FactsHeader session={session} rows={rows} />
        <PostmortemEditor editor={editor} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for what the keyboard does at the end of the text */}
        <div className={styles.below} onMouseDown={(event) => writeBelow(editor, event)} />
      </article>
    </>
  );
}

/** A press under the last block goes on writing there, in a new paragraph where the last block is none. */
function writeBelow(editor: Editor, event: { preventDefault: () => void }): void {
  event.preventDefault();
  const { lastChild, content } = editor.state.doc;
  const chain = editor.chain();
  if (lastChild?.type.name !== 'paragraph') chain.insertContentAt(content.size, { type: 'paragraph' });
  chain.focus('end').run();
}
