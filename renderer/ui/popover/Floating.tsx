import { type ComponentPropsWithoutRef, type Ref, useImperativeHandle, useRef } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '../classNames.ts';
import { overlayRoot } from '../overlay/overlayRoot.ts';
import styles from './Floating.module.css';
import type { Placement } from './placement.ts';
import { type Anchor, usePlacement } from './usePlacement.ts';

interface FloatingProps extends ComponentPropsWithoutRef<'div'> {
  readonly anchor: Anchor | null;
  readonly placement?: Placement;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A box above everything that stands at its anchor. Knows nothing of focus: see Popover and Menu. */
export function Floating({ anchor, placement = 'bottom-start', className, ref, ...rest }: FloatingProps) {
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => element.current, []);
  usePlacement(element, anchor, placement);
  return createPortal(
    <div ref={element} className={classNames(styles.floating, className)} {...rest} />,
    overlayRoot(),
  );
}
