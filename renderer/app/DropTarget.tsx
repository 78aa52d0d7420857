import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Import } from '../ui/icons.ts';
import { overlayRoot } from '../ui/overlay/overlayRoot.ts';
import styles from './DropTarget.module.css';
import { droppedFiles } from './droppedFiles.ts';
import { isPicture } from './fileKind.ts';
import { bringInAndShow } from './showBroughtIn.ts';
import { showProblem } from './showProblem.ts';

/** Takes files that are dragged anywhere onto the window, and says so while they hover. Mounted once. */
export function DropTarget() {
  const [hovered, setHovered] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      // Without this a browser would leave the app for the file.
      event.preventDefault();
      setHovered(!bringsPictures(event));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovered(false);
    };
    const drop = (event: DragEvent): void => {
      setHovered(false);
      if (!bringsFiles(event)) return;
      const { dataTransfer } = event;
      // Pictures are for the text under them.
      if (dataTransfer === null || [...dataTransfer.files].every(isPicture)) return;
      event.preventDefault();
      event.stopPropagation();
      void droppedFiles(dataTransfer).then(bringInAndShow).catch(showProblem);
    };
    // Where nothing in the page took the drop, the browser must not either.
    const rest = (event: DragEvent): void => {
      if (bringsFiles(event)) event.preventDefault();
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop, { capture: true });
    window.addEventListener('drop', rest);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop, { capture: true });
      window.removeEventListener('drop', rest);
    };
  }, []);
  if (!hovered) return null;
  return createPortal(
    <div className={styles.over} role="status">
      <p>
        <Import />
        Drop to add to the library: a .debrief file, or Markdown to import, with its pictures or its folder
      </p>
    </div>,
    overlayRoot(),
  );
}

const bringsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

const bringsPictures = ({ dataTransfer }: DragEvent): boolean => {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  return items.length > 0 && items.every(({ type }) => type.startsWith('image/'));
};
