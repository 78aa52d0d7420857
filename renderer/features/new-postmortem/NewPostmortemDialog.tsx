import { useRef, useState } from 'react';
import { HostError } from '../../../shared/contract/errors.ts';
import { SEVERITIES, type Severity } from '../../../shared/document/facts.ts';
import { templateFor } from '../../../shared/document/template.ts';
import { holdTyping, takeTyping } from '../../app/heldTyping.ts';
import { callHost } from '../../session/host.ts';
import { showDocument } from '../../stores/appStore.ts';
import { SeverityBadge } from '../../ui/badge/SeverityBadge.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { RadioGroup } from '../../ui/choice/RadioGroup.tsx';
import { Segmented } from '../../ui/choice/Segmented.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/field/Field.tsx';
import { Input } from '../../ui/input/Input.tsx';
import { Failure } from '../../ui/note/Failure.tsx';
import { Note } from '../../ui/note/Note.tsx';
import { SEVERITY_WORDS } from '../facts/words.ts';
import styles from './NewPostmortemDialog.module.css';
import { FULL_TEMPLATE, SHORT_TEMPLATE } from './templateWords.ts';
import { useOfferedId } from './useOfferedId.ts';

type Template = 'full' | 'short';

interface NewPostmortemDialogProps {
  /** What was asked for; the severity offers the other one when it changes. */
  readonly template: Template;
  readonly onClose: () => void;
}

const severityOptions = SEVERITIES.map((severity) => ({
  value: severity,
  label: (
    <span className={styles.severity}>
      <SeverityBadge severity={severity} /> {SEVERITY_WORDS[severity]}
    </span>
  ),
}));

const templateOptions = [
  { value: 'full', label: 'Full' },
  { value: 'short', label: 'Short' },
] as const;

/** What a postmortem needs before it is written: how bad it was, and what to call it. */
export function NewPostmortemDialog({ template: asked, onClose }: NewPostmortemDialogProps) {
  const [severity, setSeverity] = useState<Severity>(asked === 'full' ? 'P1' : 'P2');
  const [template, setTemplate] = useState<Template>(asked);
  const [title, setTitle] = useState('');
  const { incidentId, setIncidentId, takenBy } = useOfferedId();
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const titleField = useRef<HTMLInputElement>(null);
  const isClosed = useRef(false);

  const create = async (): Promise<void> => {
    setMaking(true);
    setProblem(null);
    const { activeElement } = document;
    // What was asked for is on its way: what is typed now is meant for the postmortem.
    if (activeElement instanceof HTMLElement) activeElement.blur();
    holdTyping();
    try {
      const { file } = await callHost('library.create', {
        template,
        severity,
        title: title.trim(),
        incidentId: incidentId.trim() === '' ? null : incidentId.trim(),
      });
      onClose();
      showDocument(file);
    } catch (error) {
      if (isClosed.current) return;
      setMaking(false);
      const typed = takeTyping();
      if (activeElement === titleField.current) setTitle((now) => now + typed);
      if (activeElement instanceof HTMLElement) activeElement.focus();
      setProblem(error instanceof HostError ? `${error.sentence} ${error.next}` : 'It could not be made.');
    }
  };
  const submit = (): void => {
    if (!making) void create();
  };
  const close = (): void => {
    isClosed.current = true;
    if (making) takeTyping();
    onClose();
  };

  return (
    <Dialog
      title="New postmortem"
      size="medium"
      onClose={close}
      onEnter={submit}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" onClick={submit}>
            Create
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Title" hint="One line that names what happened. It can wait.">
          <Input
            ref={titleField}
            value={title}
            onChange={setTitle}
            maxLength={300}
            placeholder="Card payments refused after a certificate update"
          />
        </Field>
        <div className={classNames(styles.choice, styles.severities)}>
          <span className={styles.label}>Severity</span>
          <RadioGroup
            label="Severity"
            look="line"
            value={severity}
            options={severityOptions}
            onChange={(chosen) => {
              setSeverity(chosen);
              setTemplate(templateFor(chosen) === 'short' ? 'short' : 'full');
            }}
          />
        </div>
        <div className={styles.choice}>
          <span className={styles.label}>Template</span>
          <Segmented label="Template" value={template} options={templateOptions} onChange={setTemplate} />
          <p className={styles.hint}>{template === 'full' ? FULL_TEMPLATE : SHORT_TEMPLATE}</p>
        </div>
        <Field
          label="Incident ID"
          hint={takenBy === null ? 'The next free one of today (UTC). Yours is as good.' : undefined}
        >
          <Input
            mono
            value={incidentId}
            onChange={setIncidentId}
            maxLength={100}
            placeholder="INC-2026-11-24-001"
          />
        </Field>
        {takenBy === null ? null : (
          <Note tone="warn">{takenBy} has this ID already. Two may share it; links go by the file.</Note>
        )}
        {problem === null ? null : <Failure>{problem}</Failure>}
      </div>
    </Dialog>
  );
}
