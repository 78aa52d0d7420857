const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:on |the )*(?:next|following) (?:day|morning|night)$|^(?:the )?day after$/i, 1],
  [
    /^(?:on |the )*(?:previous|preceding|prior) (?:day|evening|night)$|^(?:the )?(?:day|evening|night) before$/i,
    -1,
  ],
  [/^(?:am )?(?:nächste[nr]|folge)[ -]?tag(?:es)?$|^tags darauf$|^(?:le )?(?:lendemain|jour suivant)$/i, 1],
  [/^(?:am )?vortag$|^(?:la )?veille$|^(?:le )?jour précédent$/i, -1],
  [/^(?:el |al )?día siguiente$|^(?:o |no )?dia seguinte$/i, 1],
  [/^(?:el )?día anterior$|^(?:o |no )?dia anterior$/i, -1],
];
const COUNTED = /^(?:t|d|day)?\s?([+\-−])\s?(\d)\s?(?:d|days?)?$/i;

/**
 * TM-31: how many days a remark beside a clock says that it is after the row above: 1 for `next day`, `+1d` and `+1`, −1
 * for `previous day`; null for every other remark.
 */
export function dayRemark(note: string | null): number | null {
  for (const part of note?.split(/[,;]/) ?? []) {
    const words = part.trim();
    const [, sign, count] = COUNTED.exec(words) ?? [];
    if (count !== undefined) return sign === '+' ? Number(count) : -Number(count);
    const known = WORDS.find(([pattern]) => pattern.test(words));
    if (known !== undefined) return known[1];
  }
  return null;
}
