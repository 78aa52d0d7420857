import { useState } from 'react';
import { HostError } from '../../../shared/contract/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contract/settings.ts';
import { callHost } from '../../session/host.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Segmented } from '../../ui/choice/Segmented.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/field/Field.tsx';
import { Input } from '../../ui/input/Input.tsx';
import { Failure } from '../../ui/note/Failure.tsx';
import { Note } from '../../ui/note/Note.tsx';
import styles from './SettingsDialog.module.css';

type Written = Pick<Settings, 'name' | 'channel' | 'wikiPath' | 'board' | 'meeting'>;

/** What a person chooses once. Choices hold at once, texts when the dialog closes. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useAppStore(({ about }) => about?.settings ?? DEFAULT_SETTINGS);
  const [written, setWritten] = useState<Partial<Written>>({});
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (change: Partial<Settings>): Promise<boolean> => {
    try {
      await callHost('settings.write', change);
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(error instanceof HostError ? `${error.sentence} ${error.next}` : 'They could not be saved.');
      return false;
    }
  };
  const close = async (): Promise<void> => {
    // A second press leaves without what could not be written.
    if (Object.keys(written).length === 0 || problem !== null || (await save(withDefaults(written))))
      onClose();
  };
  const text = (key: keyof Written) => ({
    value: written[key] ?? settings[key],
    onChange: (value: string) => setWritten({ ...written, [key]: value }),
    maxLength: 200,
  });

  return (
    <Dialog
      title="Settings"
      size="medium"
      onClose={() => void close()}
      footerNote={<Note>Kept on this device.</Note>}
      footer={
        <Button kind="primary" onClick={() => void close()}>
          Done
        </Button>
      }
    >
      <div className={styles.row}>
        <span className={styles.label}>Theme</span>
        <Segmented
          label="Theme"
          value={settings.theme}
          options={[
            { value: 'system', label: 'Follow the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => void save({ theme })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.label}>Paper for PDF</span>
        <Segmented
          label="Paper for PDF"
          value={settings.paper}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
          onChange={(paper) => void save({ paper })}
        />
      </div>
      <div className={styles.fields}>
        <Field label="Your name" hint="Named as the author of a new postmortem.">
          <Input {...text('name')} autoComplete="off" placeholder="Ruth Adeyemi" />
        </Field>
        <h3 className={styles.heading}>Where postmortems are published</h3>
        <p className={styles.lead}>The checklist of a new postmortem names these places.</p>
        <Field label="Channel">
          <Input {...text('channel')} placeholder={DEFAULT_SETTINGS.channel} />
        </Field>
        <Field label="Wiki path">
          <Input {...text('wikiPath')} placeholder={DEFAULT_SETTINGS.wikiPath} />
        </Field>
        <Field label="Project board">
          <Input {...text('board')} placeholder={DEFAULT_SETTINGS.board} />
        </Field>
        <Field label="Meeting">
          <Input {...text('meeting')} placeholder={DEFAULT_SETTINGS.meeting} />
        </Field>
      </div>
      {problem === null ? null : <Failure>{problem}</Failure>}
    </Dialog>
  );
}

/** A place that was emptied is the usual one again: a checklist without it would ask for nothing. */
const withDefaults = (written: Partial<Written>): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(written).map(([key, value]) => [
      key,
      value.trim() === '' ? DEFAULT_SETTINGS[key as keyof Written] : value.trim(),
    ]),
  );
