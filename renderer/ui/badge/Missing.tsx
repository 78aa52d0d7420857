import { TriangleAlert } from '../icons.ts';
import styles from './Missing.module.css';

export interface MissingProps {
  /** What to do about it, beginning with a verb: "Set a date", "Add an amount, or ‘none’". */
  readonly children: string;
  /** Does it, or goes where it is done. Without it the mark only tells. */
  readonly onClick?: (() => void) | undefined;
}

/** A field that lacks something it needs. Calm: amber, a dashed underline, a verb. */
export function Missing({ children, onClick }: MissingProps) {
  const content = (
    <>
      <TriangleAlert />
      {children}
    </>
  );
  if (!onClick) return <span className={styles.missing}>{content}</span>;
  return (
    <button type="button" className={styles.missing} onClick={onClick}>
      {content}
    </button>
  );
}
