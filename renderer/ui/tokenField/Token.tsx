import { classNames } from '../classNames.ts';
import { X } from '../icons.ts';
import { VisuallyHidden } from '../text/VisuallyHidden.tsx';
import styles from './TokenField.module.css';

interface TokenProps {
  readonly children: string;
  readonly mono: boolean;
  /** Undefined while the field is off. */
  readonly onRemove: (() => void) | undefined;
}

/** One member of a set, with the button that removes it. */
export function Token({ children, mono, onRemove }: TokenProps) {
  return (
    <span className={styles.token} data-token="">
      <span className={classNames(mono && styles.mono)}>{children}</span>
      {onRemove ? (
        <button type="button" className={styles.remove} data-remove="" onClick={onRemove}>
          <X />
          <VisuallyHidden>{`Remove ${children}`}</VisuallyHidden>
        </button>
      ) : null}
    </span>
  );
}
