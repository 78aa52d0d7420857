import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { EditedDocument } from '../../editor/editorContext.ts';
import { type ShownPicture, showPicture } from '../../editor/nodes/image/shownPicture.ts';
import styles from './ReadOnlyPostmortem.module.css';

/** The document whose file holds the pictures. */
export const PicturesOf = createContext<EditedDocument | null>(null);

/** A picture of the file, or words for one that is not there. */
export function ReadPicture({ attrs }: { readonly attrs: NonNullable<BodyNode['attrs']> }): ReactNode {
  const document = useContext(PicturesOf);
  const [shown, setShown] = useState<ShownPicture | null>(null);
  const { hash, alt, address } = attrs;
  useEffect(() => showPicture(document, { hash, alt, address }, setShown), [document, hash, alt, address]);
  if (shown?.kind === 'picture') {
    return <img src={shown.address} alt={String(alt ?? '')} title={String(attrs.title ?? '')} />;
  }
  return <span className={styles.words}>{shown?.words}</span>;
}
