import chip from '../../ui/badge/Chip.module.css';
import { classNames } from '../../ui/classNames.ts';
import { tip } from '../../ui/tooltip/tip.ts';
import { drawnButton } from './drawnButton.ts';
import { element } from './element.ts';
import { drawnIcon } from './icon.ts';
import styles from './rows.module.css';

export interface DrawnChip {
  /** `A3`. */
  readonly label: string;
  /** What the label stands for; empty while it says nothing. */
  readonly title: string;
  readonly onGo: () => void;
  readonly onUnlink: () => void;
}

/** A link to an action item, and beside it the way to unlink it. */
export function drawnChip({ label, title, onGo, onUnlink }: DrawnChip): HTMLElement {
  const go = element(
    'button',
    {
      type: 'button',
      class: classNames(chip.chip, chip.action),
      'data-cell': `action/${label}`,
      ...(title === '' ? undefined : tip(title)),
    },
    drawnIcon('ticked'),
    element('span', { class: styles.chipLabel }, label),
  );
  go.addEventListener('click', onGo);
  const unlink = drawnButton({
    kind: 'quiet',
    icon: 'cross',
    label: `Unlink ${label}`,
    class: styles.unlink,
    tabStop: false,
    onPress: onUnlink,
  });
  return element('span', { class: styles.chipPlace }, go, unlink);
}
