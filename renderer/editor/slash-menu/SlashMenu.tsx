import { useStore } from 'zustand';
import { OptionList } from '../../ui/listbox/OptionList.tsx';
import { slashMenuStore } from './slashMenu.ts';

/** Shows the open slash menu. Mounted once an editor; the editor keeps the focus and handles the keys. */
export function SlashMenu() {
  const menu = useStore(slashMenuStore, (state) => state.menu);
  if (menu === null) return null;
  return (
    <OptionList
      id="slash-menu"
      anchor={menu.anchor}
      label="Put in"
      labelId={undefined}
      options={menu.items.map(({ key, label, detail }) => ({ value: key, label, detail }))}
      current={menu.current}
      chosen={null}
      tabStop
      onPoint={(current) => slashMenuStore.setState({ menu: { ...menu, current } })}
      onChoose={(option) => {
        const item = menu.items.find(({ key }) => key === option.value);
        if (item !== undefined) menu.choose(item);
      }}
    />
  );
}
