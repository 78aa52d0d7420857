import { runCommand } from '../../app/commandStore.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { EmptyState } from '../../ui/emptyState/EmptyState.tsx';
import { File, FileText, Folder, FolderOpen, Import } from '../../ui/icons.ts';
import { Note } from '../../ui/note/Note.tsx';
import { FULL_TEMPLATE, SHORT_TEMPLATE } from '../new-postmortem/templateWords.ts';
import styles from './EmptyLibrary.module.css';
import { folderWords } from './folderWords.ts';

/** The library before the first postmortem, and the ways to begin. */
export function EmptyLibrary() {
  const folder = useAppStore(({ about }) => about?.libraryFolder ?? '');
  return (
    <div className={styles.page}>
      <EmptyState
        title="Write the first postmortem"
        choices={[
          {
            label: 'Start with the full template',
            detail: `For P0 and P1: ${FULL_TEMPLATE}`,
            icon: <FileText />,
            keys: shortcutOf('new'),
            onSelect: () => runCommand('new'),
          },
          {
            label: 'Start with the short template',
            detail: `For P2 and P3: ${lowerFirst(SHORT_TEMPLATE)}`,
            icon: <File />,
            onSelect: () => runCommand('newShort'),
          },
          {
            label: 'Import what you have',
            detail: 'A postmortem in Markdown, without losing a word',
            icon: <Import />,
            onSelect: () => runCommand('importMarkdown'),
          },
          {
            label: 'Open a file',
            detail: 'A .debrief file. Dropping it on this window does the same',
            icon: <FolderOpen />,
            keys: shortcutOf('open'),
            onSelect: () => runCommand('open'),
          },
        ]}
        footer={<Note icon={<Folder />}>Files go to {folderWords(folder)}.</Note>}
      >
        It’s one file in your folder, saved as you type. No account, no network needed.
      </EmptyState>
    </div>
  );
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
