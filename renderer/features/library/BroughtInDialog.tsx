import type { FileReport } from '../../app/bringIn.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { CircleCheck, OctagonAlert } from '../../ui/icons.ts';
import { Note } from '../../ui/note/Note.tsx';
import styles from './BroughtInDialog.module.css';

interface BroughtInDialogProps {
  readonly reports: readonly FileReport[];
  readonly onClose: () => void;
}

/** What came of each file that was brought in: why it was refused, and what to know about it. */
export function BroughtInDialog({ reports, onClose }: BroughtInDialogProps) {
  const refused = reports.some((report) => report.kind === 'refused');
  return (
    <Dialog
      title={refused ? titleOfRefusal(reports) : 'Imported'}
      size="small"
      onClose={onClose}
      footer={
        <Button kind="primary" data-first-focus="" onClick={onClose}>
          {refused || reports.length > 1 ? 'Close' : 'Go to the postmortem'}
        </Button>
      }
    >
      <ul className={styles.reports}>
        {reports.map((report, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves
          <li key={index}>
            <Report report={report} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const titleOfRefusal = (reports: readonly FileReport[]): string =>
  reports.length === 1 ? 'That did not work' : 'Not every file went in';

function Report({ report }: { readonly report: FileReport }) {
  switch (report.kind) {
    case 'refused':
      return (
        <Note tone="danger" icon={<OctagonAlert />}>
          <span className={styles.sentence}>{report.sentence}</span> {report.next}
        </Note>
      );
    case 'added':
      return (
        <Note tone="ok" icon={<CircleCheck />}>
          {report.merged
            ? `What ${report.name} knew more is in the library’s copy now.`
            : `${report.name} is in the library.`}
        </Note>
      );
    case 'imported':
      return (
        <>
          <Note tone="ok" icon={<CircleCheck />}>
            {report.name} is imported. The file itself is as it was.
          </Note>
          {report.notes.length === 0 ? null : (
            <ul className={styles.notes}>
              {report.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </>
      );
  }
}
