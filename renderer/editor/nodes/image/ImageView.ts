import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Image } from '../../../../shared/schema/imageNode.ts';
import { sessionOf } from '../../editorContext.ts';
import { imageFilesOf, refuseFiles } from './givenFiles.ts';
import { takeHeldPictures } from './heldPictures.ts';
import styles from './ImageView.module.css';
import { insertImages } from './insertImages.ts';
import { keptPlacesPlugin } from './keptPlaces.ts';
import { spotAt } from './pictureSpot.ts';
import { showPicture } from './shownPicture.ts';

/** A picture: its bytes come from the file by content hash, never from the network. */
export const ImageView = Image.extend({
  addNodeView() {
    return ({ node, editor }) => {
      const dom = document.createElement('span');
      dom.className = styles.image ?? '';
      const picture = document.createElement('img');
      const words = document.createElement('span');
      words.className = styles.words ?? '';
      const sayWords = ({ alt, title }: typeof node.attrs): void => {
        picture.alt = String(alt ?? '');
        picture.title = String(title ?? '');
      };
      let endShowing = (): void => undefined;
      const draw = (attrs: typeof node.attrs): void => {
        endShowing();
        sayWords(attrs);
        endShowing = showPicture(sessionOf(editor), attrs, (found) => {
          if (found.kind === 'picture') picture.src = found.address;
          else words.textContent = found.words;
          dom.replaceChildren(found.kind === 'picture' ? picture : words);
        });
      };
      let shown = node;
      draw(node.attrs);
      return {
        dom,
        update: (next) => {
          if (next.type !== node.type) return false;
          // A picture that is on screen stays there while it is described.
          if (next.attrs.hash === shown.attrs.hash && dom.contains(picture)) sayWords(next.attrs);
          else draw(next.attrs);
          shown = next;
          return true;
        },
        ignoreMutation: () => true,
        destroy: () => endShowing(),
      };
    };
  },

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      keptPlacesPlugin(),
      new Plugin({
        key: new PluginKey('imagePaste'),
        props: {
          handleDOMEvents: {
            paste: (_view, event) => {
              const isTaken = takeHeldPictures(editor, event.clipboardData);
              if (isTaken) event.preventDefault();
              return isTaken;
            },
          },
          handlePaste: (view, event) => takeFiles(editor, event.clipboardData, view.state.selection.from),
          handleDrop: (view, event) => {
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            const isTaken = takeFiles(editor, event.dataTransfer, place?.pos ?? view.state.selection.from);
            if (isTaken) event.preventDefault();
            return isTaken;
          },
        },
      }),
    ];
  },
});

/** @returns whether files were given, which are taken or refused in words */
function takeFiles(editor: Editor, data: DataTransfer | null, position: number): boolean {
  if (refuseFiles(data, spotAt(editor.state.doc, position) !== null)) return true;
  const files = imageFilesOf(data);
  if (files.length === 0) return false;
  void insertImages(editor, files, position);
  return true;
}
