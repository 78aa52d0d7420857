import { runCommand } from '../../app/commandStore.ts';
import { COMMANDS } from '../../app/commands.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { Button } from '../../ui/button/Button.tsx';
import { HardDrive } from '../../ui/icons.ts';
import styles from './LibraryBar.module.css';

/** What this program is, what it needs, and the way to everything it can do. */
export function LibraryBar() {
  return (
    <header className={styles.bar} data-pane="title-bar">
      <span className={styles.name}>Debrief</span>
      <span className={styles.offline}>
        <HardDrive />
        Works offline
      </span>
      <span className={styles.rule} />
      <Button kind="quiet" size="small" keys={shortcutOf('palette')} onClick={() => runCommand('palette')}>
        {COMMANDS.palette.title}
      </Button>
    </header>
  );
}
