/** A sentence about "this file" that says which: it may stand apart from the file, or beside others. */
export function nameFile(sentence: string, name: string): string {
  if (sentence.includes(name)) return sentence;
  const named = sentence.replace(/^This(?= is\b)|\bthis file\b/i, () => name);
  return named === sentence ? `${name}: ${sentence}` : named;
}
