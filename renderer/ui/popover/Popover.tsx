import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { classNames } from '../classNames.ts';
import { firstFocusIn, keepTabInside } from '../overlay/tabbable.ts';
import { useFocusReturn } from '../overlay/useFocusReturn.ts';
import { Floating } from './Floating.tsx';
import styles from './Popover.module.css';
import type { Placement } from './placement.ts';
import { useOutsidePress } from './useOutsidePress.ts';
import type { Anchor } from './usePlacement.ts';

export interface PopoverProps {
  readonly anchor: Anchor | null;
  /** What it is, for assistive technology. */
  readonly label: string;
  readonly placement?: Placement;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  /** Esc, a press outside, or whatever inside calls it. */
  readonly onClose: () => void;
}

/**
 * A small dialog that does not block the page. Rendered while it is open; takes focus (`data-first-focus`
 * says where), keeps Tab inside and gives focus back.
 */
export function Popover({ anchor, label, placement, id, className, children, onClose }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  useFocusReturn(box);
  useOutsidePress(box, anchor, onClose);
  useLayoutEffect(() => {
    if (box.current) firstFocusIn(box.current).focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (box.current) keepTabInside(event.nativeEvent, box.current);
  };
  return (
    <Floating
      ref={box}
      id={id}
      anchor={anchor}
      {...(placement === undefined ? undefined : { placement })}
      className={classNames(styles.popover, className)}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {children}
    </Floating>
  );
}
