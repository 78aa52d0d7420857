import type { MenuEntry } from '../../ui/menu/entries.ts';
import { openMenu } from '../../ui/menu/openMenu.ts';
import { dragRow } from './dragRow.ts';
import { drawnButton } from './drawnButton.ts';
import type { DrawnView } from './drawnView.ts';
import { drawnPart, element } from './element.ts';
import { drawnIcon } from './icon.ts';
import type { RowKind } from './rowKind.ts';
import styles from './rows.module.css';

/**
 * What appears at a row that is pointed at or has the focus: a grip to drag it by, and its menu. Both are off the
 * Tab path, since keys do the same: Alt and arrows, Shift F10.
 */
export function rowHandle(
  owner: DrawnView,
  kind: RowKind,
  { label, entries }: { readonly label: () => string; readonly entries: () => readonly MenuEntry[] },
): { readonly grip: HTMLElement; readonly menu: HTMLElement } {
  const open = (): void =>
    openMenu({ anchor: menuButton, label: label(), entries: entries(), placement: 'bottom-end' });
  const menuButton = drawnButton({
    kind: 'quiet',
    icon: 'more',
    label: `Menu of this ${kind.noun.toLowerCase()}`,
    class: styles.menuButton,
    tabStop: false,
    onPress: open,
  });
  menuButton.setAttribute('aria-haspopup', 'menu');
  menuButton.setAttribute('aria-keyshortcuts', 'Shift+F10');
  const grip = element(
    'span',
    { class: styles.grip, 'data-grip': '', 'aria-hidden': 'true' },
    drawnIcon('grip'),
  );
  grip.addEventListener('pointerdown', (event) => dragRow(owner, kind, event));
  owner.openMenu = open;
  owner.rowMenu = { name: label, noun: kind.noun, entries };
  return {
    grip: drawnPart('span', { class: styles.gripPlace }, grip),
    menu: drawnPart('span', { class: styles.menuPlace }, menuButton),
  };
}
