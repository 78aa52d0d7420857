import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Image } from '../../../../shared/schema/imageNode.ts';
import { sessionOf } from '../../editorContext.ts';
import { imageFilesOf, refuseFiles } from './givenFiles.ts';
import { takeHeldPictures } from './heldPictures.ts';
import styles from './ImageView.module.css';
import { insertImages } from './insertImages.ts';
import { keptPlacesPlugin } from './keptPlaces.ts';
import { pictureAddress } from './pictureAddress.ts';
import { spotAt } from './pictureSpot.ts';

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
      const draw = (attrs: typeof node.attrs): void => {
        sayWords(attrs);
        const alt = picture.alt;
        if (typeof attrs.hash !== 'string') {
          words.textContent = `Picture: ${alt || 'no description'} (${attrs.address ?? 'no address'}), not loaded from the network`;
          dom.replaceChildren(words);
          return;
        }
        words.textContent = alt || 'Picture';
        dom.replaceChildren(words);
        void pictureAddress(sessionOf(editor), attrs.hash).then(
          (address) => {
            picture.src = address;
            dom.replaceChildren(picture);
          },
          () => {
            words.textContent = `Picture: ${picture.alt || 'no description'}. Its bytes are not in this file.`;
          },
        );
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
