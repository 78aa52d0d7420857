import { type ReactNode, useId, useMemo } from 'react';
import styles from './Field.module.css';
import { FieldProvider } from './FieldContext.ts';

interface FieldProps {
  readonly label: string;
  /** One line under the control: what to write, or what follows from it. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A visible label and a hint around one Input, Select, Combobox, TokenField or picker; it needs no `label`. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const links = useMemo(() => ({ controlId: `${id}-control`, labelId: `${id}-label`, hintId }), [id, hintId]);
  return (
    <div className={styles.field}>
      <label id={links.labelId} htmlFor={links.controlId} className={styles.label}>
        {label}
      </label>
      <FieldProvider value={links}>{children}</FieldProvider>
      {hintId === undefined ? null : (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
