/** `Not saved: the disk is full.` from a reason that stands alone elsewhere: `The disk is full.` */
export function notSavedWords(sentence: string): string {
  if (sentence.startsWith('Not saved')) return sentence;
  const isName = sentence.startsWith('Debrief');
  return `Not saved: ${isName ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)}`;
}
