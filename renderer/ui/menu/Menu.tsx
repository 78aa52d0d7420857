import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useFocusReturn } from '../overlay/useFocusReturn.ts';
import { Floating } from '../popover/Floating.tsx';
import type { Placement } from '../popover/placement.ts';
import { useOutsidePress } from '../popover/useOutsidePress.ts';
import type { Anchor } from '../popover/usePlacement.ts';
import { indexByKey } from '../typing/listKeys.ts';
import { indexByTyping, isTyping, lookFrom, NOTHING_TYPED, typedMore } from '../typing/typeAhead.ts';
import { arrangeEntries, isAction, type MenuAction, type MenuEntry } from './entries.ts';
import styles from './Menu.module.css';
import { MenuItem } from './MenuItem.tsx';

export interface MenuProps {
  readonly anchor: Anchor;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly placement?: Placement;
  readonly id?: string | undefined;
  /** Esc, Tab, a press outside, or a choice; focus is back where it was before `onSelect` runs. */
  readonly onClose: () => void;
}

/** An open menu. Rendered while it is open; MenuButton and openMenu do so. */
export function Menu({ anchor, label, entries, placement = 'bottom-start', id, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const giveFocusBack = useFocusReturn(box);
  useOutsidePress(box, anchor, onClose);
  const [current, setCurrent] = useState(0);
  const typed = useRef(NOTHING_TYPED);
  const arranged = arrangeEntries(entries);
  const actions = arranged.filter(isAction);

  useLayoutEffect(() => {
    box.current
      ?.querySelectorAll<HTMLElement>('[role^="menuitem"]')
      [current]?.focus({ preventScroll: false });
  }, [current]);

  const goTo = (index: number): void => {
    typed.current = NOTHING_TYPED;
    setCurrent(index);
  };
  const choose = (action: MenuAction): void => {
    if (action.off !== undefined) return;
    giveFocusBack();
    onClose();
    action.onSelect();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = indexByKey(event.key, current, actions.length);
    const action = actions[current];
    if (moved !== null) goTo(moved);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      giveFocusBack();
      onClose();
    } else if (isTyping(event, typed.current, event.timeStamp)) {
      const from = lookFrom(typed.current);
      typed.current = typedMore(typed.current, event.key, event.timeStamp);
      const names = actions.map(({ label }) => [label]);
      setCurrent(Math.max(0, indexByTyping(names, typed.current.text, current, from)));
    } else if ((event.key === 'Enter' || event.key === ' ') && action) choose(action);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Floating
      ref={box}
      id={id}
      anchor={anchor}
      placement={placement}
      className={styles.menu}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {arranged.map((entry, index) => {
        // Entries have no identity of their own and do not move while the menu is open.
        const key = `${index}`;
        if (entry === 'rule') return <hr key={key} className={styles.rule} />;
        if (!isAction(entry)) {
          return (
            <div key={key} className={styles.heading} role="presentation">
              {entry.heading}
            </div>
          );
        }
        const place = actions.indexOf(entry);
        return (
          <MenuItem
            key={key}
            action={entry}
            current={place === current}
            onPoint={() => goTo(place)}
            onChoose={() => choose(entry)}
          />
        );
      })}
    </Floating>
  );
}
