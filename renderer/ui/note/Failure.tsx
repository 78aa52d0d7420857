import type { ReactNode } from 'react';
import { OctagonAlert } from '../icons.ts';
import { Note } from './Note.tsx';

/** Why what was asked for did not work, and what to do; told to assistive technology at once. */
export function Failure({ children }: { readonly children: ReactNode }) {
  return (
    <div role="alert">
      <Note tone="danger" icon={<OctagonAlert />}>
        {children}
      </Note>
    </div>
  );
}
