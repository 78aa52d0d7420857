/** Which door a browser without a session stands at. */
export type OutsideReason = 'no-session' | 'spent-token';

/**
 * The page for a browser that may not come in: what happened and how to get a new address. It has no style of
 * its own, since the policy allows none inline and the window's files are for those who are in.
 */
export function outsidePage(reason: OutsideReason): string {
  const { title, sentence } = WORDS[reason];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${title} - Debrief</title>
<h1>${title}</h1>
<p>${sentence}</p>
<p>To get a new one, type <code>debrief serve</code> in a terminal on this machine, also while Debrief is
running: it prints an address. In a clone of the project, <code>npm start -- --browser</code> does the same.</p>
<p>If this browser has been in before: <a href="/">open Debrief</a>.</p>
</html>
`;
}

const WORDS = {
  'no-session': {
    title: 'This browser needs an address with a token',
    sentence: 'Debrief shows your postmortems only to a browser that came in by an address it printed.',
  },
  'spent-token': {
    title: 'This address was already used',
    sentence: 'Each address that Debrief prints lets one browser in, once.',
  },
} as const;
