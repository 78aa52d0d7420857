import { useStore } from 'zustand';
import { BroughtInDialog } from '../features/library/BroughtInDialog.tsx';
import { NewPostmortemDialog } from '../features/new-postmortem/NewPostmortemDialog.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { ShortcutsDialog } from '../features/shortcuts/ShortcutsDialog.tsx';
import { closeDialog, dialogStore } from './dialogs.ts';
import { ProblemDialog } from './ProblemDialog.tsx';

/** The one dialog of the app that is open, if any. */
export function AppDialogs() {
  const dialog = useStore(dialogStore, (state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'palette':
      return <Palette typed={dialog.typed} onClose={closeDialog} />;
    case 'new':
      return <NewPostmortemDialog template={dialog.template} onClose={closeDialog} />;
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeDialog} />;
    case 'brought-in':
      return <BroughtInDialog reports={dialog.reports} onClose={closeDialog} />;
    case 'problem':
      return <ProblemDialog sentence={dialog.sentence} next={dialog.next} onClose={closeDialog} />;
  }
}
