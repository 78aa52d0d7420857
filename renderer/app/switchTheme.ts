import { callHost } from '../session/host.ts';

/** Switches between light and dark, whichever is shown; "follow the system" is in the settings. */
export function switchTheme(): void {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  void callHost('settings.write', { theme });
}
