import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

contextBridge.exposeInMainWorld('debriefHost', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  listen: (listener: (event: unknown) => void): void => {
    ipcRenderer.on(EVENT_CHANNEL, (_event, message: unknown) => listener(message));
  },
});
