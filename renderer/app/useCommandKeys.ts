import { useEffect } from 'react';
import { listenToHost } from '../session/host.ts';
import { matchesShortcut } from '../ui/keyboard.ts';
import { overlayRoot } from '../ui/overlay/overlayRoot.ts';
import { canRun, paletteItems, runCommand } from './commandStore.ts';
import { COMMAND_IDS, COMMANDS, type CommandId } from './commands.ts';
import { shortcutOf } from './shortcutOf.ts';

/** Runs commands by their keys and by the native menu, wherever the focus is. Mounted once. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', runByKey);
    const stop = listenToHost((event) => {
      if (event.kind !== 'menu' || isOverlaid()) return;
      const id = COMMAND_IDS.find((one) => COMMANDS[one].menu === event.command);
      if (id !== undefined) runCommand(id);
    });
    return () => {
      window.removeEventListener('keydown', runByKey);
      stop();
    };
  }, []);
}

function runByKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const id = COMMAND_IDS.find((one) =>
    [shortcutOf(one), COMMANDS[one].keys?.also].some(
      (keys) => keys !== undefined && matchesShortcut(event, keys),
    ),
  );
  if (id === undefined) {
    runLineByKey(event);
    return;
  }
  if (isTextUndo(id) && undoesByItself(event.target)) return;
  // A key that means nothing here stays the browser's own, such as printing the library.
  if (!canRun(id)) return;
  event.preventDefault();
  if (!isOverlaid()) runCommand(id);
}

/** Lines of the palette that have keys of their own: Alt and a digit goes to a section. */
function runLineByKey(event: KeyboardEvent): void {
  if (!event.altKey || isOverlaid()) return;
  const line = paletteItems().find(({ keys }) => keys !== undefined && matchesShortcut(event, keys));
  if (line === undefined) return;
  event.preventDefault();
  line.run();
}

/** While a dialog asks or a menu is open, keys are for it alone. */
const isOverlaid = (): boolean => overlayRoot().querySelector('[aria-modal="true"], [role="menu"]') !== null;

const isTextUndo = (id: CommandId): boolean => id === 'undo' || id === 'redo';

/**
 * A field of text undoes by itself what was typed into it, unless what it holds is the document's: then it does so only
 * while it has text that is not in the document yet, or its own undo would bring back what was taken.
 */
const undoesByItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, input:not([type="checkbox"], [type="radio"])') &&
  (target.dataset.undo !== 'document' || target.dataset.pending !== undefined);
