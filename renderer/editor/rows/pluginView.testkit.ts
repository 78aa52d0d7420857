import type { AnyExtension, Editor, Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state';
import type { EditorProps } from '@tiptap/pm/view';
import * as Y from 'yjs';

/** A view without a page: it holds a state and asks the plugins of extensions in the order in which Tiptap does. */
export interface PluginView {
  state: EditorState;
  /** How many steps of undo were begun. */
  steps: number;
  /** Asks the handlers of that name until one takes it. @returns whether one did */
  readonly ask: <Name extends keyof EditorProps>(name: Name, ...args: readonly unknown[]) => boolean;
  /** Pastes as ProseMirror does it. @returns what was pasted, as the plugins have changed it */
  readonly paste: (slice: Slice, clipboard: object) => Slice;
  /** Tells of an event of the page until a handler takes it. @returns whether one did */
  readonly tell: (event: string, detail?: object) => boolean;
}

export function pluginView(start: EditorState, extensions: readonly AnyExtension[]): PluginView {
  const undo = {
    captureTimeout: 500,
    stopCapturing: () => {
      view.steps += 1;
    },
  };
  const view = {
    state: start,
    steps: 0,
    editable: true,
    dragging: null,
    focus: () => undefined,
    nodeDOM: () => null,
    dispatch: (tr: Transaction) => {
      view.state = view.state.apply(tr);
    },
    serializeForClipboard: () => ({ dom: { innerHTML: '' }, text: '' }),
    ask: (name: keyof EditorProps, ...args: readonly unknown[]): boolean =>
      plugins.some((plugin) => callable(plugin.props[name])?.call(plugin, view, ...args)),
    paste: (slice: Slice, clipboard: object): Slice => {
      const pasted = plugins.reduce<Slice>(
        (changed, { props }) =>
          props.transformPasted?.call(undefined as never, changed, view as never, false) ?? changed,
        slice,
      );
      if (view.ask('handlePaste', clipboard, pasted)) return pasted;
      const { content, openStart, openEnd } = pasted;
      const only = openStart === 0 && openEnd === 0 && content.childCount === 1 ? content.firstChild : null;
      const { tr } = view.state;
      view.dispatch(only === null ? tr.replaceSelection(pasted) : tr.replaceSelectionWith(only, false));
      return pasted;
    },
    tell: (event: string, detail: object = {}): boolean =>
      plugins.some(({ props: { handleDOMEvents } }) =>
        callable(handleDOMEvents?.[event as keyof typeof handleDOMEvents])?.(view, {
          preventDefault: () => undefined,
          ...detail,
        }),
      ),
  };
  const editor = {
    view,
    isEditable: true,
    schema: start.schema,
    storage: { editorContext: { session: { doc: new Y.Doc(), undo } } },
    get state() {
      return view.state;
    },
  } as unknown as Editor;
  const plugins = [...extensions]
    .reverse()
    .sort((one, other) => priorityOf(other) - priorityOf(one))
    .flatMap((extension) => pluginsOf(extension, editor));
  return view;
}

type Handler = (...args: readonly unknown[]) => boolean;

const callable = (handler: unknown): Handler | undefined => handler as Handler | undefined;

const priorityOf = ({ config }: AnyExtension): number => config.priority ?? 100;

function pluginsOf({ config, name }: AnyExtension, editor: Editor): readonly Plugin[] {
  const add = config.addProseMirrorPlugins as Extension['config']['addProseMirrorPlugins'];
  return add?.call({ editor, name, options: {}, storage: {} } as never) ?? [];
}

/** A clipboard of plain text, of files and of HTML. */
export const clipboardOf = (text: string, files: readonly File[] = [], html = ''): object => ({
  clipboardData: {
    files,
    types: [
      ...(text === '' ? [] : ['text/plain']),
      ...(html === '' ? [] : ['text/html']),
      ...(files.length === 0 ? [] : ['Files']),
    ],
    getData: (type: string) => (type === 'text/plain' ? text : type === 'text/html' ? html : ''),
    clearData: () => undefined,
    setData: () => undefined,
  },
});
