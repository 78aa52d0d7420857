import type { ReactNode } from 'react';
import { IconButton } from '../../ui/button/Button.tsx';
import { X } from '../../ui/icons.ts';
import styles from './find.module.css';

interface FindFrameProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The bar over a page in which one finds text; Esc closes it. */
export function FindFrame({ label, onClose, children }: FindFrameProps) {
  return (
    <search
      className={styles.bar}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
      <span className={styles.grow} />
      <IconButton label="Close" icon={<X />} size="small" onClick={onClose} />
    </search>
  );
}
