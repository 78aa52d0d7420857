import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import { safeLinkAddress } from '../../../shared/schema/linkPolicy.ts';
import { IconButton } from '../../ui/button/Button.tsx';
import { Bold, Code, Italic, Link, Strikethrough } from '../../ui/icons.ts';
import { Floating } from '../../ui/popover/Floating.tsx';
import styles from './BubbleToolbar.module.css';
import { LinkField } from './LinkField.tsx';

const MARKS = [
  { mark: 'bold', label: 'Bold', icon: <Bold />, keys: 'Mod+B' },
  { mark: 'italic', label: 'Italic', icon: <Italic />, keys: 'Mod+I' },
  { mark: 'strike', label: 'Strike through', icon: <Strikethrough />, keys: 'Mod+Shift+S' },
  { mark: 'code', label: 'Code', icon: <Code />, keys: 'Mod+E' },
] as const;

/** What can be done with selected text, above it. The editor keeps the focus until a link is written. */
export function BubbleToolbar({ editor }: { readonly editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      shown:
        now.isEditable &&
        now.isFocused &&
        now.state.selection instanceof TextSelection &&
        !now.state.selection.empty &&
        now.state.doc.textBetween(now.state.selection.from, now.state.selection.to).trim() !== '' &&
        now.state.selection.$from.parent.type.name !== 'codeBlock',
      from: now.state.selection.from,
      to: now.state.selection.to,
      active: MARKS.filter(({ mark }) => now.isActive(mark)).map(({ mark }) => mark),
      href: String(now.getAttributes('link').href ?? ''),
    }),
  });
  const { from, to } = state;
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () => {
        const start = editor.view.coordsAtPos(from);
        const end = editor.view.coordsAtPos(to, -1);
        const left = Math.min(start.left, end.left);
        return new DOMRect(left, start.top, Math.max(1, end.right - left), end.bottom - start.top);
      },
    }),
    [editor, from, to],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== 'KeyL')
        return;
      if (!state.shown) return;
      event.preventDefault();
      setLinking(true);
    };
    editor.view.dom.addEventListener('keydown', listen);
    return () => editor.view.dom.removeEventListener('keydown', listen);
  }, [editor, state.shown]);

  if (!state.shown && !linking) return null;
  return (
    <Floating
      anchor={anchor}
      placement="top-start"
      className={styles.toolbar}
      role="toolbar"
      aria-label="Selected text"
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
    >
      {linking ? (
        <LinkField
          href={state.href}
          onSet={(href) => {
            setLinking(false);
            const chain = editor.chain().focus();
            if (href === '') chain.unsetLink().run();
            else if (safeLinkAddress(href) !== null) chain.setLink(href).run();
          }}
          onClose={() => {
            setLinking(false);
            editor.commands.focus();
          }}
        />
      ) : (
        <>
          {MARKS.map(({ mark, label, icon, keys }) => (
            <IconButton
              key={mark}
              label={label}
              icon={icon}
              keys={keys}
              size="small"
              pressed={state.active.includes(mark)}
              onClick={() => editor.chain().focus().toggleMark(mark).run()}
            />
          ))}
          <IconButton
            label={state.href === '' ? 'Link' : 'Change the link'}
            icon={<Link />}
            keys="Mod+L"
            size="small"
            pressed={state.href !== ''}
            onClick={() => setLinking(true)}
          />
        </>
      )}
    </Floating>
  );
}
