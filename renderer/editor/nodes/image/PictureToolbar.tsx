import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { Input } from '../../../ui/input/Input.tsx';
import { Kbd } from '../../../ui/keys/Keys.tsx';
import { Floating } from '../../../ui/popover/Floating.tsx';
import { sessionOf } from '../../editorContext.ts';
import { useNodeAnchor } from '../../useNodeAnchor.ts';
import styles from './PictureToolbar.module.css';

/** What a selected picture shows, in words: under it. Enter leads into the field, Enter and Esc back. */
export function PictureToolbar({ editor }: { readonly editor: Editor }) {
  const input = useRef<HTMLInputElement>(null);
  const [describing, setDescribing] = useState(false);
  const { position, alt } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      position: now.isEditable && (now.isFocused || describing) ? picturePosition(now) : null,
      alt: String(now.getAttributes('image').alt ?? ''),
    }),
  });
  const anchor = useNodeAnchor(editor, position);
  useEffect(() => {
    if (position === null) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      // Before the editor, for which Enter parts the line that the picture stands in.
      event.preventDefault();
      event.stopImmediatePropagation();
      setDescribing(true);
      input.current?.focus();
    };
    const { dom } = editor.view;
    dom.addEventListener('keydown', listen, { capture: true });
    return () => dom.removeEventListener('keydown', listen, { capture: true });
  }, [editor, position]);

  if (position === null) return null;
  const write = (words: string): void => {
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'alt', words === '' ? null : words));
  };
  return (
    <Floating
      anchor={anchor}
      className={styles.toolbar}
      role="toolbar"
      aria-label="Selected picture"
      onMouseDown={() => setDescribing(true)}
    >
      <Input
        ref={input}
        label="What the picture shows"
        placeholder="Say what the picture shows"
        className={styles.words}
        data-undo="document"
        value={alt}
        suffix={describing ? null : <Kbd>Enter</Kbd>}
        onChange={write}
        onFocus={() => {
          setDescribing(true);
          sessionOf(editor).undo.stopCapturing();
        }}
        onBlur={() => {
          setDescribing(false);
          if (alt !== alt.trim()) write(alt.trim());
          sessionOf(editor).undo.stopCapturing();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          editor.commands.focus();
        }}
      />
    </Floating>
  );
}

function picturePosition({ state: { selection } }: Editor): number | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'image' ? selection.from : null;
}
