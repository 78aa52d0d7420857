import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { announce } from '../../ui/announcer/announce.ts';
import { Modal } from '../../ui/dialog/Modal.tsx';
import { Search } from '../../ui/icons.ts';
import { matchesShortcut } from '../../ui/keyboard.ts';
import { Kbd } from '../../ui/keys/Keys.tsx';
import { optionId } from '../../ui/listbox/OptionList.tsx';
import { indexByKey } from '../../ui/typing/listKeys.ts';
import { matchItems, readTyped } from './matchItems.ts';
import styles from './Palette.module.css';
import { PaletteList } from './PaletteList.tsx';
import { useItems } from './useItems.ts';

interface PaletteProps {
  /** What stands in it at first. */
  readonly typed: string;
  readonly onClose: () => void;
}

/** Everything that can be done, gone to or put in, found by typing. The field keeps the focus. */
export function Palette({ typed: first, onClose }: PaletteProps) {
  const list = useId();
  const [typed, setTyped] = useState(first);
  const [current, setCurrent] = useState(0);
  const found = matchItems(useItems(), typed);
  const place = Math.min(current, found.length - 1);
  const pointed = useRef(false);

  useEffect(() => {
    if (typed !== '') announce(found.length === 1 ? '1 line' : `${found.length} lines`);
  }, [typed, found.length]);

  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    // First the focus goes back to where it was; what is run may go on from there.
    flushSync(onClose);
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const palette = shortcutOf('palette');
    const moved = /^(Home|End)$/.test(event.key) ? null : indexByKey(event.key, place, found.length);
    if (moved !== null) {
      pointed.current = false;
      setCurrent(moved);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[place]);
    else if (palette !== undefined && matchesShortcut(event.nativeEvent, palette)) onClose();
    else return;
    event.preventDefault();
  };

  return (
    <Modal label="Command palette" closesOutside className={styles.palette} onClose={onClose}>
      <div className={styles.field}>
        <Search />
        <input
          type="text"
          role="combobox"
          aria-label="What to do, or where to go"
          aria-expanded={true}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={found.length === 0 ? undefined : optionId(list, place)}
          autoComplete="off"
          spellCheck={false}
          placeholder="Do something, or go somewhere"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setCurrent(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <PaletteList
        id={list}
        items={found}
        words={readTyped(typed).words}
        current={place}
        follow={!pointed.current}
        onPoint={(index) => {
          pointed.current = true;
          setCurrent(index);
        }}
        onChoose={run}
      />
      <footer className={styles.foot}>
        <span className={styles.hint}>
          <Kbd>Up</Kbd>
          <Kbd>Down</Kbd> choose
        </span>
        <span className={styles.hint}>
          <Kbd>Enter</Kbd> run
        </span>
        <span className={styles.signs}>
          Type <b>@</b> for people, <b>#</b> for actions
        </span>
      </footer>
    </Modal>
  );
}
