import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { EditedDocument } from '../../editor/editorContext.ts';
import { pictureAddress } from '../../editor/nodes/image/pictureAddress.ts';
import styles from './ReadOnlyPostmortem.module.css';

/** The document whose file holds the pictures. */
export const PicturesOf = createContext<EditedDocument | null>(null);

type Found = { readonly kind: 'looking' | 'missing' } | { readonly kind: 'found'; readonly address: string };

/** A picture of the file; one that is elsewhere, or whose bytes are not there, is described. */
export function ReadPicture({ attrs }: { readonly attrs: NonNullable<BodyNode['attrs']> }): ReactNode {
  const found = usePicture(typeof attrs.hash === 'string' ? attrs.hash : null);
  const words = String(attrs.alt ?? '') || 'no description';
  if (found.kind === 'found') {
    return <img src={found.address} alt={String(attrs.alt ?? '')} title={String(attrs.title ?? '')} />;
  }
  if (found.kind === 'looking') return <span className={styles.words}>{`Picture: ${words}`}</span>;
  const why =
    typeof attrs.hash === 'string'
      ? 'Its bytes are not in this file'
      : `Not loaded from the network: ${String(attrs.address ?? 'no address')}`;
  return <span className={styles.words}>{`Picture: ${words}. ${why}.`}</span>;
}

function usePicture(hash: string | null): Found {
  const document = useContext(PicturesOf);
  const [found, setFound] = useState<Found>({ kind: hash === null ? 'missing' : 'looking' });
  useEffect(() => {
    if (document === null || hash === null) return setFound({ kind: 'missing' });
    let isShown = true;
    const show = (next: Found): void => {
      if (isShown) setFound(next);
    };
    pictureAddress(document, hash).then(
      (address) => show({ kind: 'found', address }),
      () => show({ kind: 'missing' }),
    );
    return () => {
      isShown = false;
    };
  }, [document, hash]);
  return found;
}
