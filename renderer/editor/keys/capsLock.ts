import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { canRun } from '../../app/commandStore.ts';
import { COMMAND_IDS } from '../../app/commands.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { matchesShortcut } from '../../ui/keyboard.ts';

/**
 * With Caps Lock on, Shift and a letter print the small letter, which the editor takes for the key without Shift:
 * Ctrl+Shift+E would be code and not the export. Keys of the app's commands pass the editor by then.
 */
export const capsLock = Extension.create({
  name: 'capsLock',
  priority: 2_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('capsLock'),
      props: {
        // Without a preventDefault: the window hears the key after the editor.
        handleDOMEvents: {
          keydown: (_, event) => event.shiftKey && /^[a-z]$/.test(event.key) && isAppKey(event),
        },
      },
    }),
  ],
});

const isAppKey = (event: KeyboardEvent): boolean =>
  COMMAND_IDS.some((id) => {
    const keys = shortcutOf(id);
    return keys !== undefined && canRun(id) && matchesShortcut(event, keys);
  });
