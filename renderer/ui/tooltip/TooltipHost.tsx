import { useId } from 'react';
import type { Shortcut } from '../keyboard.ts';
import { Keys } from '../keys/Keys.tsx';
import { Floating } from '../popover/Floating.tsx';
import styles from './TooltipHost.module.css';
import { useTippedElement } from './useTippedElement.ts';

/** Shows the tooltip of whatever carries the attributes that `tip` gives. Mounted once. */
export function TooltipHost() {
  const id = useId();
  const element = useTippedElement(id);
  const text = element?.dataset.tip;
  if (!element || text === undefined) return null;
  const lead = element.dataset.tipLead;
  const keys = element.dataset.tipKeys;
  return (
    // The text is already the element's description, or its name.
    <Floating id={id} anchor={element} placement="bottom" className={styles.tooltip} aria-hidden="true">
      <span>
        {lead === undefined ? null : <strong className={styles.lead}>{lead} </strong>}
        {text}
      </span>
      {keys === undefined ? null : <Keys shortcut={keys as Shortcut} />}
    </Floating>
  );
}
