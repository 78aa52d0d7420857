import type { ReactNode } from 'react';

/** One thing to choose from a list. */
export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string;
  /** Before the label: an icon, a badge. */
  readonly icon?: ReactNode;
}
