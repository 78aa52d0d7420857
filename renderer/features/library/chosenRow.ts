import { createStore } from 'zustand/vanilla';

/** The file whose row keys act on; kept while a document is shown, so that coming back leads to its row. */
export const chosenRow = createStore<{ readonly file: string | null }>(() => ({ file: null }));

export const chooseRow = (file: string): void => chosenRow.setState({ file });
