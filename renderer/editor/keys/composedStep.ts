import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ONE_STEP } from '../../session/personalUndo.ts';
import { sessionOf } from '../editorContext.ts';

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
    const begin = (): void => {
      clearTimeout(ending);
      undo.stopCapturing();
      undo.captureTimeout = Number.POSITIVE_INFINITY;
    };
    const end = (): void => {
      undo.captureTimeout = ONE_STEP;
    };
    return [
      new Plugin({
        key: new PluginKey('composedStep'),
        view: () => ({
          destroy: () => {
            clearTimeout(ending);
            end();
          },
        }),
        props: {
          handleDOMEvents: {
            compositionstart: () => {
              begin();
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
