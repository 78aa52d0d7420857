import { useEffect, useMemo, useState } from 'react';
import { canRun, paletteItems, runCommand } from '../../app/commandStore.ts';
import { COMMAND_IDS, COMMANDS } from '../../app/commands.ts';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { callHost } from '../../session/host.ts';
import { showDocument, useAppStore } from '../../stores/appStore.ts';
import { postmortemItems } from './postmortemItems.ts';

/** Everything that can be done or gone to from here. */
export function useItems(): readonly PaletteItem[] {
  const here = useMemo(() => [...commandItems(), ...paletteItems()], []);
  return [...here, ...usePostmortemItems()];
}

function commandItems(): readonly PaletteItem[] {
  return COMMAND_IDS.flatMap((id) => {
    const { title, group, icon, words = '' } = COMMANDS[id];
    if (group === null || !canRun(id)) return [];
    const keys = shortcutOf(id);
    return [
      {
        id: `command/${id}`,
        group,
        icon,
        label: title,
        words,
        ...(keys === undefined ? {} : { keys }),
        run: () => runCommand(id),
      },
    ];
  });
}

/** The other postmortems of the library; none until they are read. */
function usePostmortemItems(): readonly PaletteItem[] {
  const view = useAppStore((state) => state.view);
  const shown = view.kind === 'document' ? view.file : null;
  const [items, setItems] = useState<readonly PaletteItem[]>([]);
  useEffect(() => {
    let wanted = true;
    callHost('library.list', {}).then(
      ({ entries }) => {
        if (!wanted) return;
        setItems(postmortemItems(entries, shown, showDocument));
      },
      // The library page says why it cannot be read; everything else here works without it.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [shown]);
  return items;
}
