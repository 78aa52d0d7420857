import { plainText } from '../../ui/typing/plainText.ts';

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** A label cut where typed words stand in it, so that they can be shown strong. Case and accents do not count. */
export function markedParts(label: string, words: readonly string[]): readonly Part[] {
  // One sign of the label may become none or several when it is made plain.
  const signs = [...label];
  const plain = signs.map(plainText);
  const starts = plain.map((_, sign) => plain.slice(0, sign).join('').length);
  const whole = plain.join('');
  const marked = new Set<number>();
  for (const word of words) {
    const at = whole.indexOf(word);
    if (at === -1) continue;
    for (const [sign, start] of starts.entries()) {
      if (start >= at && start < at + word.length) marked.add(sign);
    }
  }
  const parts: { text: string; marked: boolean }[] = [];
  for (const [sign, text] of signs.entries()) {
    const last = parts.at(-1);
    if (last?.marked === marked.has(sign)) last.text += text;
    else parts.push({ text, marked: marked.has(sign) });
  }
  return parts;
}
