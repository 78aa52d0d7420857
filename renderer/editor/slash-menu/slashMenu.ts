import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { createStore } from 'zustand/vanilla';
import { indexByKey } from '../../ui/typing/listKeys.ts';
import { type Insertion, insertionsFor } from './insertions.ts';

export interface OpenSlashMenu {
  readonly items: readonly Insertion[];
  readonly current: number;
  readonly anchor: { getBoundingClientRect(): DOMRect };
  readonly choose: (item: Insertion) => void;
}

/** The slash menu that is open, if any. SlashMenu shows it. */
export const slashMenuStore = createStore<{ readonly menu: OpenSlashMenu | null }>(() => ({ menu: null }));

const key = new PluginKey('slashMenu');

const close = (): void => slashMenuStore.setState({ menu: null });

function show(props: SuggestionProps<Insertion>, current: number): void {
  const { clientRect, items } = props;
  const box = clientRect?.();
  const menu =
    box && items.length > 0
      ? {
          items,
          current: Math.min(current, items.length - 1),
          anchor: { getBoundingClientRect: () => clientRect?.() ?? box },
          choose: props.command,
        }
      : null;
  slashMenuStore.setState({ menu });
}

/** `/` in an empty place or after a space offers what can be put in; it stays a slash where nothing is chosen. */
export const slashMenu = Extension.create({
  name: 'slashMenu',
  addProseMirrorPlugins() {
    return [
      Suggestion<Insertion, Insertion>({
        editor: this.editor,
        pluginKey: key,
        char: '/',
        startOfLine: true,
        allow: ({ state, range }) => {
          const place = state.doc.resolve(range.from);
          return place.parent.type.name === 'paragraph';
        },
        items: ({ query }) => [...insertionsFor(query)],
        command: ({ editor, range, props }) => {
          editor.chain().focus().deleteRange(range).run();
          props.insert(editor);
        },
        render: () => ({
          onStart: (props) => show(props, 0),
          onUpdate: (props) => show(props, slashMenuStore.getState().menu?.current ?? 0),
          onExit: close,
          onKeyDown: ({ event, view }) => {
            const { menu } = slashMenuStore.getState();
            if (menu === null) return false;
            const moved = indexByKey(event.key, menu.current, menu.items.length);
            if (moved !== null) {
              slashMenuStore.setState({ menu: { ...menu, current: moved } });
              return true;
            }
            if (event.key === 'Escape') {
              exitSuggestion(view, key);
              return true;
            }
            const item = menu.items[menu.current];
            if ((event.key !== 'Enter' && event.key !== 'Tab') || item === undefined) return false;
            menu.choose(item);
            return true;
          },
        }),
      }),
    ];
  },
});
