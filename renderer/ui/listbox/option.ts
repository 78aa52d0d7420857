import type { ReactNode } from 'react';

/** One thing to choose from a list. */
export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** Another word that types it, such as the one its icon shows. */
  readonly alias?: string;
  /** A second, quieter line. */
  readonly detail?: string;
  /** Before the label: an icon, a badge. */
  readonly icon?: ReactNode;
}
