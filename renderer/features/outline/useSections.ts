import { useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { nodesOf } from '../../../shared/document/readBody.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { type Section, sectionsOf } from '../../../shared/review/sectionsOf.ts';
import type { DocumentSession } from '../../session/documentSession.ts';

/** Reads a body again and again; a top-level node is read anew only when something in it changed. */
class BodyReader {
  readonly #body: Y.XmlFragment;
  readonly #known = new Map<unknown, readonly BodyNode[]>();

  constructor(body: Y.XmlFragment) {
    this.#body = body;
  }

  forget(events: readonly Y.YEvent<Y.XmlFragment>[]): void {
    for (const event of events) {
      const [top] = event.path;
      if (typeof top === 'number' && top < this.#body.length) this.#known.delete(this.#body.get(top));
    }
  }

  read(): readonly BodyNode[] {
    return this.#body.toArray().flatMap((shared) => {
      const nodes = this.#known.get(shared) ?? nodesOf(shared);
      this.#known.set(shared, nodes);
      return nodes;
    });
  }
}

/** The sections of a document, a moment after each change: no keystroke waits for them. */
export function useSections(session: DocumentSession): readonly Section[] {
  const reader = useMemo(() => new BodyReader(bodyOf(session.doc)), [session]);
  const [sections, setSections] = useState(() => sectionsOf(reader.read()));
  useEffect(() => {
    const body = bodyOf(session.doc);
    let idle = 0;
    const read = (): void => {
      idle = 0;
      setSections(sectionsOf(reader.read()));
    };
    const changed = (events: readonly Y.YEvent<Y.XmlFragment>[]): void => {
      reader.forget(events);
      if (idle === 0) idle = requestIdleCallback(read, { timeout: 400 });
    };
    body.observeDeep(changed as Parameters<typeof body.observeDeep>[0]);
    return () => {
      body.unobserveDeep(changed as Parameters<typeof body.unobserveDeep>[0]);
      cancelIdleCallback(idle);
    };
  }, [session, reader]);
  return sections;
}
