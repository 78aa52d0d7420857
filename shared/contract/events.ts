import * as z from 'zod';
import { fileTokenSchema } from './libraryEntry.ts';
import { noticeSchema } from './notice.ts';
import { saveStateSchema } from './saveState.ts';
import { settingsSchema } from './settings.ts';

/** Commands that a native menu or shortcut sends to the window in front. */
export const MENU_COMMANDS = [
  'new',
  'open',
  'export',
  'print',
  'find',
  'undo',
  'redo',
  'palette',
  'library',
  'settings',
  'toggle-outline',
  'shortcuts',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** Everything a host says to a window unasked. */
export const hostEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document-update'),
    session: z.string(),
    update: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  z.object({ kind: z.literal('save-state'), session: z.string(), state: saveStateSchema }),
  z.object({ kind: z.literal('document-notice'), session: z.string(), notice: noticeSchema }),
  z.object({ kind: z.literal('library-changed') }),
  z.object({ kind: z.literal('settings-changed'), settings: settingsSchema }),
  /** `done` is between 0 and 1, or null while the length is unknown. */
  z.object({ kind: z.literal('job-progress'), job: z.string(), done: z.number().nullable() }),
  z.object({ kind: z.literal('open-file'), file: fileTokenSchema }),
  z.object({ kind: z.literal('menu'), command: z.enum(MENU_COMMANDS) }),
  /** The window asked to close: answer by letting go once nothing is unsaved. */
  z.object({ kind: z.literal('host-gone') }),
]);

export type HostEvent = z.infer<typeof hostEventSchema>;
