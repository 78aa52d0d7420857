import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostEvent, MenuCommand } from '../../shared/contract/events.ts';
import { EVENT_CHANNEL } from './channels.ts';

const send = (command: MenuCommand) => (): void => {
  const event: HostEvent = { kind: 'menu', command };
  BrowserWindow.getFocusedWindow()?.webContents.send(EVENT_CHANNEL, event);
};

const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
  label,
  click: send(command),
  ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
});

/** The native menu. The window itself handles the keys shown here, so that both hosts behave alike. */
export function installMenu(openWindow: () => void, packaged: boolean): void {
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        item('New postmortem', 'new', 'CmdOrCtrl+N'),
        { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: openWindow },
        item('Open a file…', 'open', 'CmdOrCtrl+O'),
        { type: 'separator' },
        item('Library', 'library'),
        item('Export…', 'export', 'CmdOrCtrl+Shift+E'),
        item('Print…', 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        item('Settings…', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Find and replace…', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: 'View',
      submenu: [
        item('Command palette…', 'palette', 'CmdOrCtrl+K'),
        item('Outline', 'toggle-outline', 'CmdOrCtrl+\\'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    { label: 'Help', submenu: [item('Keyboard shortcuts', 'shortcuts')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
