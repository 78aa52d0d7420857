import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';
import { fileKind } from './fileKind.ts';

describe('decodeText', () => {
  it('reads UTF-8, with and without its mark', () => {
    const bytes = new TextEncoder().encode('Störung 障害');
    expect(decodeText('a.md', bytes)).toBe('Störung 障害');
    expect(decodeText('a.md', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toBe('Störung 障害');
  });

  it('reads UTF-16 by its mark, in both orders', () => {
    expect(decodeText('a.md', Uint8Array.of(0xff, 0xfe, 0x53, 0, 0xf6, 0))).toBe('Sö');
    expect(decodeText('a.md', Uint8Array.of(0xfe, 0xff, 0, 0x53, 0, 0xf6))).toBe('Sö');
  });

  it('refuses what is no text, and names the file', () => {
    for (const bytes of [Uint8Array.of(0x53, 0xf6, 0x72), Uint8Array.of(0x53, 0, 0x72)]) {
      expect(() => decodeText('a.md', bytes)).toThrow('a.md is no text in UTF-8.');
    }
  });
});

describe('fileKind', () => {
  it('goes by the ending, whatever its case', () => {
    expect(['a.debrief', 'B.DEBRIEF', 'c.tar.debrief'].map(fileKind)).toEqual(Array(3).fill('debrief'));
    expect(['a.md', 'b.Markdown', 'c.txt'].map(fileKind)).toEqual(Array(3).fill('markdown'));
    expect(['a.pdf', 'debrief', 'a.debrief.zip', ''].map(fileKind)).toEqual(Array(4).fill('other'));
  });
});
