import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { runCommand } from '../../app/commandStore.ts';
import { COMMANDS } from '../../app/commands.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { IconButton } from '../../ui/button/Button.tsx';
import { Folder, Keyboard, Library, Settings } from '../../ui/icons.ts';
import { tip } from '../../ui/tooltip/tip.ts';
import { ThemeButton } from '../outline/ThemeButton.tsx';
import { contentWords, folderWords } from './folderWords.ts';
import styles from './LibrarySide.module.css';

interface LibrarySideProps {
  /** Null until they are read. */
  readonly entries: readonly LibraryEntry[] | null;
}

/** Which postmortems are listed, and where they lie. */
export function LibrarySide({ entries }: LibrarySideProps) {
  const folder = useAppStore(({ about }) => about?.libraryFolder ?? '');
  const bytes = (entries ?? []).reduce((sum, entry) => sum + entry.bytes, 0);
  return (
    <aside className={styles.side} aria-label="Library" data-pane="side">
      <p className={styles.place}>
        <Library />
        <span className={styles.words}>All postmortems</span>
        <span className={styles.count}>{entries?.length}</span>
      </p>
      <div className={styles.foot}>
        <p className={styles.folder} {...tip(folder)}>
          <Folder />
          <span>
            {folderWords(folder)}
            <br />
            {entries === null ? null : contentWords(entries.length, bytes)}
          </span>
        </p>
        <div className={styles.buttons}>
          <IconButton
            label={COMMANDS.settings.title}
            icon={<Settings />}
            size="small"
            keys={shortcutOf('settings')}
            onClick={() => runCommand('settings')}
          />
          <IconButton
            label={COMMANDS.shortcuts.title}
            icon={<Keyboard />}
            size="small"
            keys={shortcutOf('shortcuts')}
            onClick={() => runCommand('shortcuts')}
          />
          <ThemeButton />
        </div>
      </div>
    </aside>
  );
}
