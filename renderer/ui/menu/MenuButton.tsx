import { Button, type ButtonProps, IconButton, type IconButtonProps } from '../button/Button.tsx';
import { ChevronDown } from '../icons.ts';
import type { Placement } from '../popover/placement.ts';
import type { MenuEntry } from './entries.ts';
import { useMenuTrigger } from './useMenuTrigger.tsx';

interface OwnProps {
  readonly entries: readonly MenuEntry[];
  readonly placement?: Placement;
}

interface MenuButtonProps extends Omit<ButtonProps, 'onClick' | 'onKeyDown' | 'after' | 'ref'>, OwnProps {
  /** What the menu is, for assistive technology. */
  readonly menuLabel: string;
}

/** A button with words and a chevron that opens a menu. */
export function MenuButton({ entries, menuLabel, placement, ...rest }: MenuButtonProps) {
  const { button, menu } = useMenuTrigger(menuLabel, entries, { placement, off: rest.off !== undefined });
  return (
    <>
      <Button {...rest} {...button} after={<ChevronDown />} />
      {menu}
    </>
  );
}

/** An icon that opens a menu, named as the button is. */
export function IconMenuButton({
  entries,
  placement,
  ...rest
}: Omit<IconButtonProps, 'onClick' | 'onKeyDown' | 'ref'> & OwnProps) {
  const { button, menu } = useMenuTrigger(rest.label, entries, { placement, off: rest.off !== undefined });
  return (
    <>
      <IconButton {...rest} {...button} />
      {menu}
    </>
  );
}
