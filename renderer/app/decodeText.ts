import { HostError } from '../../shared/contract/errors.ts';

/**
 * The text of a file as it was written: UTF-8, or UTF-16 when it begins with that mark. Bytes that are neither
 * are refused, since guessing would lose signs.
 *
 * @throws HostError for bytes that are no text
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new HostError({
    code: 'foreign-file',
    sentence: `${name} is no text in UTF-8.`,
    next: 'Save it as UTF-8 in the program that made it.',
  });
}
