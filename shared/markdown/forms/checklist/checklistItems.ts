import { CHECKLIST, type PublicationPlaces } from '../../../document/checklist.ts';

const PLACE = '\uE000';
const PLACES: PublicationPlaces = { channel: PLACE, wikiPath: PLACE, board: PLACE, meeting: PLACE };

/** The template's item that says so, wherever the team publishes; null for an item of its own. */
export function checkKeyOf(words: string): string | null {
  const spec = CHECKLIST.find((item) => {
    const [before = '', after] = item.words(PLACES).split(PLACE);
    return after === undefined
      ? words === before
      : words.length > before.length + after.length && words.startsWith(before) && words.endsWith(after);
  });
  return spec?.key ?? null;
}
