import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import type { Placement } from '../popover/placement.ts';
import type { MenuEntry } from './entries.ts';
import { Menu } from './Menu.tsx';

interface MenuTrigger {
  /** Goes on the button. */
  readonly button: {
    readonly ref: RefObject<HTMLButtonElement | null>;
    readonly 'aria-haspopup': 'menu';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly onClick: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  /** The menu while it is open; goes anywhere. */
  readonly menu: ReactNode;
}

/** A button that opens a menu: by press, Enter, Space, Down or Up. */
export function useMenuTrigger(
  label: string,
  entries: readonly MenuEntry[],
  { placement, off = false }: { readonly placement: Placement | undefined; readonly off?: boolean },
): MenuTrigger {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return {
    button: {
      ref,
      'aria-haspopup': 'menu',
      'aria-expanded': open,
      'aria-controls': open ? id : undefined,
      onClick: () => setOpen(!open),
      onKeyDown: (event) => {
        if (off || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        setOpen(true);
      },
    },
    menu:
      open && ref.current ? (
        <Menu
          id={id}
          anchor={ref.current}
          label={label}
          entries={entries}
          {...(placement === undefined ? undefined : { placement })}
          onClose={() => setOpen(false)}
        />
      ) : null,
  };
}
