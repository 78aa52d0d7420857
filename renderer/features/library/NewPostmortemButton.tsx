import { runCommand } from '../../app/commandStore.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { File, FileText, FolderOpen, Import, Plus } from '../../ui/icons.ts';
import type { MenuEntry } from '../../ui/menu/entries.ts';
import { MenuButton } from '../../ui/menu/MenuButton.tsx';
import { FULL_TEMPLATE, SHORT_TEMPLATE } from '../new-postmortem/templateWords.ts';

/** The ways to a postmortem that is not in the list yet. */
export function NewPostmortemButton() {
  const keysOf = (id: 'new' | 'open') => {
    const keys = shortcutOf(id);
    return keys === undefined ? {} : { keys };
  };
  const entries: readonly MenuEntry[] = [
    {
      label: 'Full P0/P1 template',
      detail: FULL_TEMPLATE,
      icon: <FileText />,
      ...keysOf('new'),
      onSelect: () => runCommand('new'),
    },
    {
      label: 'Short template',
      detail: SHORT_TEMPLATE,
      icon: <File />,
      onSelect: () => runCommand('newShort'),
    },
    'rule',
    {
      label: 'Import Markdown…',
      detail: 'A postmortem that the team already has',
      icon: <Import />,
      onSelect: () => runCommand('importMarkdown'),
    },
    {
      label: 'Open a file…',
      detail: 'A .debrief file from elsewhere',
      icon: <FolderOpen />,
      ...keysOf('open'),
      onSelect: () => runCommand('open'),
    },
  ];
  return (
    <MenuButton
      kind="primary"
      icon={<Plus />}
      menuLabel="New postmortem"
      entries={entries}
      placement="bottom-end"
    >
      New postmortem
    </MenuButton>
  );
}
