import buttonStyles from '../../ui/button/Button.module.css';
import { classNames } from '../../ui/classNames.ts';
import { ariaKeys, keyCaps, matchesShortcut, type Shortcut } from '../../ui/keyboard.ts';
import keyStyles from '../../ui/keys/Keys.module.css';
import { tip } from '../../ui/tooltip/tip.ts';
import { element } from './element.ts';
import { drawnIcon, type IconName } from './icon.ts';

interface DrawnButton {
  readonly kind: 'default' | 'quiet' | 'link';
  /** On the button; without words, `label` is its name and its tooltip. */
  readonly words?: string;
  readonly label?: string;
  readonly icon?: IconName;
  /** Shown as key caps after the words; it presses the button that has the focus, too. */
  readonly keys?: Shortcut;
  readonly class?: string | undefined;
  /** False where a key does the same and Tab would only be delayed by it. */
  readonly tabStop?: boolean;
  readonly onPress: (event: MouseEvent) => void;
}

/** A small button of the plain DOM, with the look of ui/button. */
export function drawnButton(spec: DrawnButton): HTMLButtonElement {
  const { words, label, icon, keys } = spec;
  const button = element(
    'button',
    {
      type: 'button',
      class: classNames(
        spec.kind === 'link' ? buttonStyles.link : buttonStyles.button,
        buttonStyles[spec.kind],
        buttonStyles.small,
        words === undefined && buttonStyles.iconOnly,
        spec.class,
      ),
      'aria-label': label,
      'aria-keyshortcuts': keys === undefined ? null : ariaKeys(keys),
      tabindex: spec.tabStop === false ? '-1' : null,
      ...(words === undefined && label !== undefined ? tip(label, { keys, spoken: false }) : undefined),
    },
    icon === undefined ? null : drawnIcon(icon),
    words ?? null,
    keys === undefined || words === undefined ? null : drawnKeys(keys),
  );
  button.addEventListener('click', spec.onPress);
  button.addEventListener('keydown', (event) => {
    if (keys === undefined || !matchesShortcut(event, keys)) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  });
  return button;
}

/** The key caps of a shortcut. */
export function drawnKeys(shortcut: Shortcut): HTMLElement {
  const caps = keyCaps(shortcut).map((cap) => element('kbd', { class: keyStyles.kbd }, cap));
  return element('span', { class: keyStyles.keys, 'aria-hidden': 'true' }, ...caps);
}
