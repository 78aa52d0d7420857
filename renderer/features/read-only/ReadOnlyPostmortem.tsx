import { useRef, useState } from 'react';
import { milestoneRowsOf } from '../../../shared/document/milestoneRows.ts';
import { readBody } from '../../../shared/document/readBody.ts';
import { customerImpact } from '../../../shared/time/incidentMetrics.ts';
import { useCommands } from '../../app/commandStore.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { useAbout, useFacts } from '../../session/useFacts.ts';
import { statusLabel } from '../../ui/badge/StatusLabel.tsx';
import { factLines, unknownFacts } from './factLines.ts';
import { ReadFindBar } from './ReadFindBar.tsx';
import { ReadNodes } from './ReadNode.tsx';
import styles from './ReadOnlyPostmortem.module.css';
import { PicturesOf } from './ReadPicture.tsx';
import { readableBody } from './readable.ts';

/**
 * A document that may not be edited here, drawn from its Y.Doc without binding anything to it: what this
 * version does not know is shown by its words and stays untouched.
 */
export function ReadOnlyPostmortem({ session }: { readonly session: DocumentSession }) {
  const facts = useFacts(session);
  const { status, frontMatter } = useAbout(session);
  const page = useRef<HTMLDivElement>(null);
  // Counts how often it was asked for, so that asking again leads back into the bar; 0 while it is closed.
  const [finding, setFinding] = useState(0);
  useCommands({ find: () => setFinding(finding + 1) });
  const close = (): void => {
    setFinding(0);
    page.current?.closest('main')?.focus({ preventScroll: true });
  };
  const body = readBody(session.doc);
  const lines = [
    ...factLines(facts, statusLabel(status), customerImpact(milestoneRowsOf(body))),
    ...unknownFacts(session.doc),
  ];
  return (
    <>
      {finding > 0 ? (
        <div className={styles.overPage}>
          <ReadFindBar key={finding} page={page} onClose={close} />
        </div>
      ) : null}
      <div ref={page} className={styles.page}>
        <h1>{facts.title ?? 'Untitled postmortem'}</h1>
        <dl>
          {lines.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <PicturesOf value={session}>
          <div data-read-body>
            {readableBody(body, facts).map((nodes, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing here is moved or edited
              <div key={index}>
                <ReadNodes nodes={nodes} />
              </div>
            ))}
          </div>
        </PicturesOf>
        {frontMatter === null ? null : (
          <>
            <p className={styles.note}>Front matter of the text that was imported</p>
            <pre>{frontMatter}</pre>
          </>
        )}
      </div>
    </>
  );
}
