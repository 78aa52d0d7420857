import { runCommand } from '../../app/commandStore.ts';
import { COMMANDS } from '../../app/commands.ts';
import { IconButton } from '../../ui/button/Button.tsx';
import { SunMoon } from '../../ui/icons.ts';

export function ThemeButton() {
  return (
    <IconButton
      label={COMMANDS.theme.title}
      icon={<SunMoon />}
      size="small"
      onClick={() => runCommand('theme')}
    />
  );
}
