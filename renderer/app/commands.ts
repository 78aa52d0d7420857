import type { MenuCommand } from '../../shared/contract/events.ts';
import {
  AppWindow,
  Copy,
  CopyPlus,
  Eraser,
  File,
  FileOutput,
  FileText,
  FolderOpen,
  Import,
  Keyboard,
  Library,
  type LucideIcon,
  PanelLeft,
  Printer,
  Redo2,
  Search,
  Settings,
  SunMoon,
  Undo2,
} from '../ui/icons.ts';
import type { KeyBinding } from '../ui/keyboard.ts';

/** Something that can be asked of the app by palette, key or native menu; who can do it now says so in commandStore. */
export interface CommandSpec {
  /** Begins with a verb where it does something. */
  readonly title: string;
  /** Its group in the palette; null for what only a key or a menu asks for. */
  readonly group: 'Do' | 'Go to' | 'Set' | null;
  readonly icon: LucideIcon;
  readonly keys?: KeyBinding;
  /** The entry of the native menu that asks for it. */
  readonly menu?: MenuCommand;
  /** More words to find it by. */
  readonly words?: string;
  /** Whether it is about the open postmortem, or about the app. */
  readonly about: 'app' | 'document';
}

const specs = {
  export: {
    title: 'Export',
    group: 'Do',
    icon: FileOutput,
    keys: { keys: 'Mod+Shift+E' },
    menu: 'export',
    words: 'markdown pdf save as',
    about: 'document',
  },
  print: {
    title: 'Print to PDF',
    group: 'Do',
    icon: Printer,
    keys: { keys: 'Mod+P' },
    menu: 'print',
    words: 'paper export',
    about: 'document',
  },
  copyMarkdown: {
    title: 'Copy as Markdown',
    group: 'Do',
    icon: Copy,
    words: 'md clipboard selection',
    about: 'document',
  },
  find: {
    title: 'Find and replace',
    group: 'Do',
    icon: Search,
    keys: { keys: 'Mod+F' },
    menu: 'find',
    words: 'search text',
    about: 'document',
  },
  undo: {
    title: 'Undo',
    group: 'Do',
    icon: Undo2,
    keys: { keys: 'Mod+Z' },
    menu: 'undo',
    about: 'document',
  },
  redo: {
    title: 'Redo',
    group: 'Do',
    icon: Redo2,
    keys: { keys: 'Mod+Shift+Z', also: 'Mod+Y' },
    menu: 'redo',
    about: 'document',
  },
  duplicate: {
    title: 'Duplicate this postmortem',
    group: 'Do',
    icon: CopyPlus,
    words: 'copy clone',
    about: 'document',
  },
  removeDeletedText: {
    title: 'Remove deleted text from this file',
    group: 'Do',
    icon: Eraser,
    words: 'compact purge history privacy erase',
    about: 'document',
  },
  toggleOutline: {
    title: 'Show or hide the outline',
    group: 'Set',
    icon: PanelLeft,
    keys: { keys: 'Mod+Backslash' },
    menu: 'toggle-outline',
    words: 'sections sidebar',
    about: 'document',
  },
  new: {
    title: 'New postmortem',
    group: 'Do',
    icon: FileText,
    // A browser opens a window of its own at Ctrl N and lets no page have the key.
    keys: { keys: 'Mod+N', inBrowser: 'Alt+N' },
    menu: 'new',
    words: 'create full template p0 p1',
    about: 'app',
  },
  newShort: {
    title: 'New postmortem from the short template',
    group: 'Do',
    icon: File,
    words: 'create p2 p3',
    about: 'app',
  },
  open: {
    title: 'Open a file',
    group: 'Do',
    icon: FolderOpen,
    keys: { keys: 'Mod+O' },
    menu: 'open',
    words: 'debrief add',
    about: 'app',
  },
  importMarkdown: {
    title: 'Import Markdown',
    group: 'Do',
    icon: Import,
    words: 'md bring in',
    about: 'app',
  },
  palette: {
    title: 'Command palette',
    group: null,
    icon: Search,
    keys: { keys: 'Mod+K' },
    menu: 'palette',
    about: 'app',
  },
  library: {
    title: 'Library',
    group: 'Go to',
    icon: Library,
    menu: 'library',
    words: 'all postmortems back home',
    about: 'app',
  },
  newWindow: {
    title: 'Open another window',
    group: 'Do',
    icon: AppWindow,
    words: 'new',
    about: 'app',
  },
  theme: {
    title: 'Switch between light and dark',
    group: 'Set',
    icon: SunMoon,
    words: 'theme colours night',
    about: 'app',
  },
  settings: {
    title: 'Settings',
    group: 'Set',
    icon: Settings,
    keys: { keys: 'Mod+Comma' },
    menu: 'settings',
    words: 'preferences options name paper channel wiki board meeting',
    about: 'app',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    group: 'Go to',
    icon: Keyboard,
    keys: { keys: 'Mod+Slash' },
    menu: 'shortcuts',
    words: 'keys help',
    about: 'app',
  },
  nextPane: {
    title: 'Next pane: title bar, outline, page',
    group: null,
    icon: PanelLeft,
    keys: { keys: 'F6' },
    about: 'app',
  },
  previousPane: {
    title: 'Previous pane',
    group: null,
    icon: PanelLeft,
    keys: { keys: 'Shift+F6' },
    about: 'app',
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandId = keyof typeof specs;

/** Every command of the app: palette, keys, native menu and the list of shortcuts all read this table. */
export const COMMANDS: Readonly<Record<CommandId, CommandSpec>> = specs;

export const COMMAND_IDS = Object.keys(specs) as readonly CommandId[];
