import { writeFact } from '../../../shared/document/facts.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { BY_HAND } from '../../session/origins.ts';
import styles from './FactsHeader.module.css';

interface TitleFactProps {
  readonly session: DocumentSession;
  readonly title: string;
  readonly readOnly: boolean;
}

/** The title, set as the page's heading and edited where it stands. */
export function TitleFact({ session, title, readOnly }: TitleFactProps) {
  return (
    <h1 className={styles.title} data-text={title || ' '}>
      <textarea
        aria-label="Title"
        data-undo="document"
        placeholder="Name the incident in one line"
        rows={1}
        spellCheck={false}
        readOnly={readOnly}
        value={title}
        onChange={(event) =>
          writeFact(session.doc, 'title', event.target.value.replace(/[\r\n]+/g, ' '), BY_HAND)
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </h1>
  );
}
