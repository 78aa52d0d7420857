const WORDS: Readonly<Record<string, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** The status of an action item in words; null is open, other words are an import's own. */
export const actionStatusWords = (status: string | null): string => WORDS[status ?? 'open'] ?? status ?? '';
