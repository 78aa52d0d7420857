import { createHash } from 'node:crypto';

/** Which door a browser without a session stands at. */
export type OutsideReason = 'no-session' | 'spent-token';

/** All the style of the page below: the window's files are for those who are in. */
const STYLE =
  'body { max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }';

/** How the policy names that style. */
export const OUTSIDE_STYLE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** The page for a browser that may not come in: what happened and how to get a new address. */
export function outsidePage(reason: OutsideReason): string {
  const { title, sentence } = WORDS[reason];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} - Debrief</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
<p>${sentence}</p>
<p>To get a new one, type <code>debrief serve</code> in a terminal on this machine, also while Debrief is
running: it prints an address. In a clone of the project, <code>npm start -- --browser</code> does the same.</p>
<p>If this browser has been in before: <a href="/">open Debrief</a>.</p>
</main>
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
