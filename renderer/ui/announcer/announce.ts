import { createStore } from 'zustand/vanilla';

/** The last thing said to assistive technology; `count` tells two equal sentences in a row apart. */
export const announcement = createStore<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}));

/** Says a sentence to assistive technology when it is idle. For what changed without focus going there. */
export function announce(text: string): void {
  announcement.setState(({ count }) => ({ text, count: count + 1 }));
}
