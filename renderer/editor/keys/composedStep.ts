import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { sessionOf } from '../editorContext.ts';
import { openStep } from '../rows/asOneStep.ts';

/**
 * What an input method composes is one undo step, however long its word was looked for: half of it is nothing that
 * anybody had written.
 */
export const composedStep = Extension.create({
  name: 'composedStep',
  // Before what deletes the words that the composed ones take the place of.
  priority: 1_900,
  addProseMirrorPlugins() {
    const { undo } = sessionOf(this.editor);
    let ending: ReturnType<typeof setTimeout> | undefined;
    let end = (): void => {};
    const endNow = (): void => {
      clearTimeout(ending);
      end();
    };
    return [
      new Plugin({
        key: new PluginKey('composedStep'),
        view: () => ({ destroy: endNow }),
        props: {
          handleDOMEvents: {
            compositionstart: () => {
              endNow();
              end = openStep(undo);
              return false;
            },
            compositionend: () => {
              // The editor reads the composed words right after this.
              ending = setTimeout(end);
              return false;
            },
          },
        },
      }),
    ];
  },
});
