import { createStore } from 'zustand/vanilla';
import type { Option } from '../../ui/listbox/option.ts';

/** A list of suggestions under the input of a row. The input keeps the focus and handles the keys. */
export interface ShownSuggestions {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly options: readonly Option[];
  /** The highlighted index, or -1. */
  readonly current: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (option: Option) => void;
}

/** A month at the input of a row. */
export interface ShownCalendar {
  readonly anchor: HTMLElement;
  readonly label: string;
  /** `YYYY-MM-DD`, or null while there is no date. */
  readonly chosen: string | null;
  readonly today: string;
  readonly onChoose: (date: string) => void;
}

interface Overlays {
  readonly suggestions: ShownSuggestions | null;
  readonly calendar: ShownCalendar | null;
}

/** What rows show above the page; they are plain DOM, these are drawn by RowOverlays. */
export const overlays = createStore<Overlays>(() => ({ suggestions: null, calendar: null }));
