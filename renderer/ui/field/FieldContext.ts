import { createContext, useContext } from 'react';

/** What a Field tells the control inside it. */
export interface FieldLinks {
  /** For the control's `id`, so that the label's press and name reach it. */
  readonly controlId: string;
  readonly labelId: string;
  readonly hintId: string | undefined;
}

const FieldContext = createContext<FieldLinks | null>(null);
export const FieldProvider = FieldContext.Provider;

/** The links of the Field around, or null for a control that is named by itself. */
export function useField(): FieldLinks | null {
  return useContext(FieldContext);
}
