import { useState } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { Button } from '../../ui/button/Button.tsx';
import { RadioGroup } from '../../ui/choice/RadioGroup.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Failure } from '../../ui/note/Failure.tsx';
import { Note } from '../../ui/note/Note.tsx';
import { ProgressBar } from '../../ui/progress/ProgressBar.tsx';
import styles from './ExportDialog.module.css';
import { FormatChoice } from './FormatChoice.tsx';
import { useExport } from './useExport.ts';

export type ExportFormat = 'md' | 'pdf';

interface ExportDialogProps {
  readonly session: DocumentSession;
  /** What it is called in the dialog's title: its incident id, or words. */
  readonly name: string;
  readonly format: ExportFormat;
  readonly onClose: () => void;
}

const NAMES = { md: 'Markdown', pdf: 'PDF' } as const;

/** The whole postmortem as a file of another kind. */
export function ExportDialog({ session, name, format: asked, onClose }: ExportDialogProps) {
  const usualPaper = useAppStore(({ about }) => about?.settings.paper ?? 'A4');
  const inBrowser = useAppStore(({ about }) => about?.host === 'browser');
  const unbindable = useStore(session.state, (state) => state.unbindable);
  const [to, setTo] = useState<ExportFormat>(asked);
  const [block, setBlock] = useState<'with' | 'plain'>('with');
  const [paper, setPaper] = useState<Settings['paper']>(usualPaper);
  const { state, start, cancel } = useExport(session, onClose);
  const running = state.kind === 'running';
  const close = (): void => {
    cancel();
    onClose();
  };

  return (
    <Dialog
      title={`Export ${name}`}
      size="small"
      onClose={close}
      footer={
        <>
          <Button onClick={running ? cancel : close}>Cancel</Button>
          <Button
            kind="primary"
            off={running ? 'It is being written' : undefined}
            reason="tooltip"
            onClick={() => start({ to, plain: block === 'plain', paper })}
          >
            Export {NAMES[to]}
          </Button>
        </>
      }
    >
      <div className={styles.options}>
        <span className={styles.label}>Format</span>
        <FormatChoice value={to} onChange={setTo} />
        {to === 'md' ? (
          <>
            <span className={styles.label}>What Markdown cannot show</span>
            <RadioGroup
              label="What Markdown cannot show"
              value={block}
              options={[
                {
                  value: 'with',
                  label: 'Kept in the front matter',
                  detail:
                    'Milestones, original times, links from whys to actions. Importing it gives all back',
                },
                { value: 'plain', label: 'Left out', detail: 'Plain Markdown and nothing else' },
              ]}
              onChange={setBlock}
            />
          </>
        ) : (
          <>
            <span className={styles.label}>Paper</span>
            <RadioGroup
              label="Paper"
              value={paper}
              options={[
                { value: 'A4', label: 'A4', detail: '210 × 297 mm' },
                { value: 'Letter', label: 'Letter', detail: '8.5 × 11 in' },
              ]}
              onChange={setPaper}
            />
          </>
        )}
        {unbindable === null ? null : (
          <Note tone="warn">
            A newer version of Debrief wrote this. What this version does not know of it ({unbindable}) is
            missing from the file: update Debrief to export all of it.
          </Note>
        )}
        <Note>{whereWords(inBrowser, to)}</Note>
        {state.kind === 'running' && state.long ? (
          <div className={styles.progress}>
            <ProgressBar label={`Writing the ${NAMES[to]}`} value={state.done} />
          </div>
        ) : null}
        {state.kind === 'failed' ? (
          <Failure>
            {state.sentence} {state.next}
          </Failure>
        ) : null}
      </div>
    </Dialog>
  );
}

function whereWords(inBrowser: boolean, to: ExportFormat): string {
  if (!inBrowser) return 'You are asked where it goes. This postmortem stays as it is.';
  const saves = 'Your browser saves it, or asks where.';
  return to === 'md' ? `${saves} Pictures are inside the file.` : saves;
}
