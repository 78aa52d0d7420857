/** Where {@link defusedHtml} leaves what stood in `style`. */
export const KEPT_STYLE = 'data-pasted-style';

/**
 * HTML in which no tag has a `style` or an event handler, so that it can be parsed under the content policy
 * without a complaint for each: `style` becomes `data-pasted-style`, handlers become `data-pasted-handler`.
 * Everything else stands as it stood. Takes time in proportion to the length, whatever the HTML is.
 */
export function defusedHtml(html: string): string {
  let defused = '';
  let copied = 0;
  const rename = (from: number, to: number, name: string): void => {
    defused += html.slice(copied, from) + name;
    copied = to;
  };
  let at = html.indexOf('<');
  while (at !== -1) {
    at = /[a-z]/i.test(html[at + 1] ?? '') ? passTag(html, at + 1, rename) : at + 1;
    at = html.indexOf('<', at);
  }
  return defused + html.slice(copied);
}

/** Goes over one tag from its name on. @returns the index behind it */
function passTag(
  html: string,
  start: number,
  rename: (from: number, to: number, name: string) => void,
): number {
  let at = skip(html, start, /[^\s/>]/);
  for (;;) {
    at = skip(html, at, /[\s/]/);
    if (at >= html.length || html[at] === '>') return at + 1;
    const nameEnd = skip(html, at + 1, /[^\s/>=]/);
    const name = html.slice(at, nameEnd).toLowerCase();
    if (name === 'style') rename(at, nameEnd, KEPT_STYLE);
    else if (name.startsWith('on')) rename(at, nameEnd, 'data-pasted-handler');
    const equals = skip(html, nameEnd, /\s/);
    at = html[equals] === '=' ? passValue(html, skip(html, equals + 1, /\s/)) : nameEnd;
  }
}

function passValue(html: string, at: number): number {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") return skip(html, at, /[^\s>]/);
  const end = html.indexOf(quote, at + 1);
  return end === -1 ? html.length : end + 1;
}

function skip(html: string, from: number, over: RegExp): number {
  let at = from;
  while (at < html.length && over.test(html[at] ?? '')) at += 1;
  return at;
}
