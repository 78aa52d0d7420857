import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../ui/announcer/announce.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Input } from '../../ui/input/Input.tsx';
import { sessionOf } from '../editorContext.ts';
import { offerUndo } from '../offerUndo.ts';
import { FindFields } from './FindFields.tsx';
import { FindFrame } from './FindFrame.tsx';
import styles from './find.module.css';
import { findStateOf, leaveFind, lookFor, replaceAll, replaceCurrent, step } from './find.ts';
import { PendingSearch } from './pendingSearch.ts';

interface FindBarProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Why a place that is no text is not replaced. */
const STAYS = 'This is a cell or a fact: change it where it stands';

const NOTHING = 'Nothing was found to replace';

/**
 * Find in text, cells and facts, and replace in text, over the page. Enter goes on, Shift+Enter back, Esc closes.
 */
export function FindBar({ editor, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => selectedText(editor));
  const [matchCase, setMatchCase] = useState(false);
  const [by, setBy] = useState('');
  const found = useEditorState({ editor, selector: ({ editor: now }) => findStateOf(now) });
  const { places, current } = found;
  const [search] = useState(() => new PendingSearch());

  useEffect(() => {
    search.ask(() => lookFor(editor, query, matchCase));
  }, [editor, search, query, matchCase]);
  useEffect(() => {
    input.current?.select();
    return () => {
      search.drop();
      if (!editor.isDestroyed) lookFor(editor, '', false);
    };
  }, [editor, search]);

  const shown = places[current];
  const nothing = places.length === 0 ? NOTHING : undefined;
  const stays = shown === undefined || shown.kind === 'text' ? undefined : STAYS;
  const go = (direction: 1 | -1): void => {
    search.now();
    step(editor, direction);
  };
  const replace = (): void => {
    search.now();
    replaceCurrent(editor, by);
  };
  const close = (): void => {
    search.now();
    leaveFind(editor);
    onClose();
  };
  return (
    <FindFrame label="Find and replace" onClose={close}>
      <FindFields
        input={input}
        query={query}
        onQuery={setQuery}
        matchCase={matchCase}
        onMatchCase={setMatchCase}
        found={query === '' || query !== found.query ? null : { places: places.length, current }}
        onGo={go}
      />
      <Input
        label="Replace with"
        placeholder="Replace with"
        className={styles.text}
        value={by}
        onChange={setBy}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          replace();
        }}
      />
      <Button size="small" off={nothing ?? stays} reason="tooltip" onClick={replace}>
        Replace
      </Button>
      <Button
        size="small"
        off={nothing}
        reason="tooltip"
        onClick={() => {
          search.now();
          const others = findStateOf(editor).places.filter(({ kind }) => kind !== 'text').length;
          const replaced = replaceAll(editor, by);
          const words = replacedWords(replaced, others);
          announce(words);
          if (replaced === 0) return;
          offerUndo(sessionOf(editor).undo, words);
        }}
      >
        Replace all
      </Button>
    </FindFrame>
  );
}

/** What is selected in one line, to look for. */
function selectedText(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  return $from.sameParent($to) ? editor.state.doc.textBetween(from, to) : '';
}

function replacedWords(replaced: number, others: number): string {
  const words = replaced === 1 ? '1 place replaced' : `${replaced} places replaced`;
  if (others === 0) return words;
  return `${words}, ${others} in cells and facts ${others === 1 ? 'stays' : 'stay'}`;
}
