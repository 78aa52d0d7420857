import { callHost } from '../../session/host.ts';
import { IconButton } from '../../ui/button/Button.tsx';
import { SunMoon } from '../../ui/icons.ts';

/** Switches between light and dark; "follow the system" is in the settings. */
export function ThemeButton() {
  const change = (): void => {
    const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    void callHost('settings.write', { theme });
  };
  return (
    <IconButton label="Switch between light and dark" icon={<SunMoon />} size="small" onClick={change} />
  );
}
