import type { SaveState } from '../../../shared/contract/saveState.ts';
import { type Facts, SEVERITIES, type Severity } from '../../../shared/document/facts.ts';
import { showLibrary } from '../../stores/appStore.ts';
import { SeverityBadge } from '../../ui/badge/SeverityBadge.tsx';
import { Button, IconButton } from '../../ui/button/Button.tsx';
import { FileOutput, PanelLeft } from '../../ui/icons.ts';
import { ariaKeys } from '../../ui/keyboard.ts';
import { tip } from '../../ui/tooltip/tip.ts';
import { SaveStateLabel } from '../save-state/SaveStateLabel.tsx';
import styles from './TitleBar.module.css';

const KEYS = 'Mod+Shift+E';

interface TitleBarProps {
  readonly facts: Facts;
  readonly save: SaveState;
  readonly outlineShown: boolean;
  readonly onToggleOutline: () => void;
  readonly onExport: () => void;
}

/** Where one is, whether it is safe, and what can be done with the whole document. */
export function TitleBar({ facts, save, outlineShown, onToggleOutline, onExport }: TitleBarProps) {
  const severity = SEVERITIES.find((known) => known === facts.severity) as Severity | undefined;
  return (
    <header className={styles.bar} data-pane="title-bar">
      <IconButton
        label={outlineShown ? 'Hide the outline' : 'Show the outline'}
        icon={<PanelLeft />}
        size="small"
        keys="Mod+Backslash"
        pressed={outlineShown}
        onClick={onToggleOutline}
      />
      <button type="button" className={styles.crumb} onClick={showLibrary}>
        Library
      </button>
      <span className={styles.slash} aria-hidden="true">
        /
      </span>
      {facts.incidentId === null ? null : <span className={styles.id}>{facts.incidentId}</span>}
      <span className={styles.title}>{facts.title ?? 'Untitled postmortem'}</span>
      {severity === undefined ? null : <SeverityBadge severity={severity} />}
      <span className={styles.grow} />
      <SaveStateLabel save={save} />
      <span className={styles.rule} />
      <Button
        size="small"
        icon={<FileOutput />}
        aria-keyshortcuts={ariaKeys(KEYS)}
        {...tip('Markdown or PDF', { keys: KEYS })}
        onClick={onExport}
      >
        Export
      </Button>
    </header>
  );
}
