import { Banner } from '../banner/Banner.tsx';
import { Button } from '../button/Button.tsx';
import { EmptyState } from '../emptyState/EmptyState.tsx';
import { File, FileText, Folder, Import } from '../icons.ts';
import { Note } from '../note/Note.tsx';
import { ProgressBar } from '../progress/ProgressBar.tsx';
import styles from './gallery.module.css';
import { Section } from './Section.tsx';

const nothing = (): void => {};

export function Messages() {
  return (
    <>
      <Section title="Banner and progress">
        <div className={styles.wide}>
          <Banner
            kind="error"
            sentence="Not saved: the disk is full."
            next="Your changes are kept in this window."
            actions={
              <>
                <Button kind="link">Retry</Button>
                <Button kind="link">Save elsewhere</Button>
              </>
            }
          />
          <Banner kind="read-only" sentence="Made by a newer Debrief." next="Update Debrief to change it." />
          <Banner
            kind="warn"
            sentence="Two rows carry one id."
            actions={<Button kind="link">Show both</Button>}
          />
          <Banner kind="info" sentence="A copy of this file was merged in." />
        </div>
        <div className={styles.wide}>
          <ProgressBar label="Writing the PDF" value={0.42} onCancel={nothing} />
        </div>
      </Section>
      <Section title="Empty state">
        <EmptyState
          title="Write the first postmortem"
          choices={[
            {
              label: 'Start with the full template',
              detail: 'For P0 and P1: facts, timeline, 5 Whys, actions, sign-off',
              icon: <FileText />,
              keys: 'Mod+N',
              onSelect: nothing,
            },
            {
              label: 'Start with the short template',
              detail: 'For P2: summary, timeline, cause, actions',
              icon: <File />,
              onSelect: nothing,
            },
            { label: 'Import what you have', detail: 'Markdown', icon: <Import />, onSelect: nothing },
          ]}
          footer={
            <Note icon={<Folder />}>
              Files go to Documents/Postmortems.{' '}
              <Button kind="link" size="small">
                Choose another folder
              </Button>
            </Note>
          }
        >
          It’s one file in your folder, saved as you type. No account, no network needed.
        </EmptyState>
      </Section>
    </>
  );
}
