import type { ZoneReading } from '../../../../shared/time/zoneReadings.ts';
import { ariaKeys } from '../../../ui/keyboard.ts';
import { drawnKeys } from '../../rows/drawnButton.ts';
import { drawnPart, element } from '../../rows/element.ts';
import { drawnIcon } from '../../rows/icon.ts';
import styles from './row.module.css';
import type { RowFlag } from './rowFlag.ts';

interface FixActions {
  readonly moveIntoOrder: () => void;
  readonly keepHere: () => void;
  readonly editTime: () => void;
  /** The ways to read a time that was not settled. */
  readonly readings: readonly ZoneReading[];
  readonly choose: (reading: ZoneReading) => void;
  /** The zone that other rows wait for, too; else null. */
  readonly zone: string | null;
  readonly chooseForZone: (reading: ZoneReading) => void;
}

/** The line under a flagged row: what is to be looked at, and what settles it with one press. */
export function rowFix(flag: RowFlag, actions: FixActions): HTMLElement {
  const words = element('span', {}, drawnIcon('warn'), ` ${flag.sentence}`);
  const line = drawnPart('div', { class: styles.fix, role: 'cell' }, words);
  if (flag.kind === 'unsettled') {
    const readings = actions.readings.map((reading) => press(reading.words, () => actions.choose(reading)));
    const { zone } = actions;
    const forAll = (reading: ZoneReading): readonly HTMLButtonElement[] =>
      zone === null ? [] : [press(`All in ${zone}: ${reading.words}`, () => actions.chooseForZone(reading))];
    readings.push(...actions.readings.flatMap(forAll));
    line.append(...readings, press('Change the time', actions.editTime));
    return line;
  }
  const move = press(flag.fix, actions.moveIntoOrder);
  move.setAttribute('aria-keyshortcuts', ariaKeys('Alt+O'));
  move.append(drawnKeys('Alt+O'));
  line.append(move, press('Keep here', actions.keepHere));
  return line;
}

function press(words: string, act: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: styles.link, tabindex: '-1' }, words);
  button.addEventListener('click', act);
  return button;
}
