import { useAppStore } from '../stores/appStore.ts';
import { type Shortcut, shortcutIn } from '../ui/keyboard.ts';
import { COMMANDS, type CommandId } from './commands.ts';

/** The key of a command in this window: the second one where a browser keeps the first for itself. */
export function shortcutOf(id: CommandId): Shortcut | undefined {
  const { keys } = COMMANDS[id];
  return keys === undefined ? undefined : shortcutIn(useAppStore.getState().about?.host ?? 'desktop', keys);
}
