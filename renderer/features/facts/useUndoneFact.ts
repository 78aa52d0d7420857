import { type RefObject, useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { readAbout } from '../../../shared/document/about.ts';
import { readFacts } from '../../../shared/document/facts.ts';
import { factValues } from '../../editor/find/factValues.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { changedFact } from './changedFact.ts';

/** Shows the fact, or the status, that an undo or a redo changed, wherever the page was. @returns goes on the header */
export function useUndoneFact({ doc, undo }: DocumentSession): RefObject<HTMLElement | null> {
  const header = useRef<HTMLElement>(null);
  useEffect(() => {
    const read = () => [...factValues(readFacts(doc)), { label: 'Status', words: readAbout(doc).status }];
    let before = read();
    const remember = ({ origin }: Y.Transaction): void => {
      if (origin === undo) before = read();
    };
    const show = (): void => {
      const label = changedFact(before, read());
      if (label === null) return;
      const control = header.current?.querySelector(`[aria-label="${CSS.escape(label)}"]`);
      (control?.closest('dd, h1') ?? control)?.scrollIntoView({ block: 'nearest' });
    };
    doc.on('beforeTransaction', remember);
    undo.on('stack-item-popped', show);
    return () => {
      doc.off('beforeTransaction', remember);
      undo.off('stack-item-popped', show);
    };
  }, [doc, undo]);
  return header;
}
