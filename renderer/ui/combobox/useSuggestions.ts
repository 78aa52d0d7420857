import { type KeyboardEvent, useId, useState } from 'react';
import { optionId } from '../listbox/OptionList.tsx';
import type { Option } from '../listbox/option.ts';
import { indexByKey } from '../typing/listKeys.ts';

interface Suggestions {
  readonly listId: string;
  readonly open: boolean;
  /** The highlighted index, or -1. */
  readonly current: number;
  readonly highlighted: Option | undefined;
  readonly point: (index: number) => void;
  readonly show: () => void;
  readonly close: () => void;
  /** Handles arrows, pages and Esc. @returns whether the key was one of them and is done with */
  readonly takeKey: (event: KeyboardEvent) => boolean;
  /** Goes on the text input that keeps the focus. */
  readonly attributes: {
    readonly role: 'combobox';
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly 'aria-activedescendant': string | undefined;
  };
}

/** A list of suggestions under a text input. Home and End stay with the text; nothing is highlighted at first. */
export function useSuggestions(options: readonly Option[]): Suggestions {
  const listId = useId();
  const [wanted, setWanted] = useState(false);
  const [current, setCurrent] = useState(-1);
  const open = wanted && options.length > 0;
  const highlighted = open ? options[current] : undefined;
  const close = (): void => {
    setWanted(false);
    setCurrent(-1);
  };
  const show = (): void => {
    setWanted(true);
    setCurrent(-1);
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return false;
    if (open && event.key === 'Escape') close();
    else if (/^(Arrow(Up|Down)|Page(Up|Down))$/.test(event.key)) {
      if (options.length === 0) return false;
      setCurrent(indexByKey(event.key, open ? current : -1, options.length) ?? -1);
      setWanted(true);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    listId,
    open,
    current,
    highlighted,
    point: setCurrent,
    show,
    close,
    takeKey,
    attributes: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': open ? listId : undefined,
      'aria-activedescendant': highlighted ? optionId(listId, current) : undefined,
    },
  };
}
