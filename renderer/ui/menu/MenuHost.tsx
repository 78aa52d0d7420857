import { useId } from 'react';
import { useStore } from 'zustand';
import { Menu } from './Menu.tsx';
import { closeOpenedMenu, openedMenu } from './openMenu.ts';

/** Shows what openMenu opens. Mounted once. */
export function MenuHost() {
  const id = useId();
  const menu = useStore(openedMenu, (state) => state.menu);
  if (menu === null) return null;
  return (
    <Menu
      id={id}
      anchor={menu.anchor}
      label={menu.label}
      entries={menu.entries}
      {...(menu.placement === undefined ? undefined : { placement: menu.placement })}
      onClose={closeOpenedMenu}
    />
  );
}
