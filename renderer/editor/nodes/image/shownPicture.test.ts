import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { HostError, type HostErrorCode } from '../../../../shared/contract/errors.ts';
import type { EditedDocument } from '../../editorContext.ts';
import { type ShownPicture, showPicture } from './shownPicture.ts';

const { callHost } = vi.hoisted(() => ({ callHost: vi.fn() }));
vi.mock('../../../session/host.ts', () => ({ callHost }));

const HASH = 'a'.repeat(64);
const NOT_IN_FILE = 'Picture: Error rate. Its bytes are not in this file.';
const png = { bytes: Uint8Array.of(137, 80), mediaType: 'image/png' };
const lineClosed = new HostError({
  code: 'internal',
  sentence: 'This page lost its connection.',
  next: 'Wait.',
});

let opened: EditedDocument & { session: string };
let shown: ShownPicture | null;
const show = (): (() => void) =>
  showPicture(opened, { hash: HASH, alt: 'Error rate' }, (next) => {
    shown = next;
  });

beforeEach(() => {
  vi.useFakeTimers();
  callHost.mockReset();
  const doc = new Y.Doc();
  opened = { doc, undo: new Y.UndoManager(doc), session: 'first0000000' };
  shown = null;
});

afterEach(() => {
  vi.useRealTimers();
});

it('asks again for a picture whose asking failed, and calls it a picture meanwhile', async () => {
  callHost.mockRejectedValueOnce(lineClosed).mockRejectedValueOnce(lineClosed).mockResolvedValue(png);
  show();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual({ kind: 'words', words: 'Picture: Error rate' });
  opened.session = 'second000000';
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toMatchObject({ kind: 'picture', address: expect.stringMatching(/^blob:/) });
  expect(callHost).toHaveBeenLastCalledWith('document.image', { session: 'second000000', hash: HASH });
});

it('says that the bytes are not in the file when the host says so, and asks anew when it is drawn anew', async () => {
  callHost.mockResolvedValueOnce(null).mockResolvedValue(png);
  show();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual({ kind: 'words', words: NOT_IN_FILE });
  show();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown?.kind).toBe('picture');
});

it('asks no more when it is refused for good, and goes on while what it asks of is away', async () => {
  const refused = (code: HostErrorCode): HostError => new HostError({ code, sentence: 'No.', next: 'Wait.' });
  callHost.mockRejectedValueOnce(refused('not-found')).mockRejectedValue(refused('bad-argument'));
  show();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(callHost).toHaveBeenCalledTimes(2);
  expect(shown).toEqual({ kind: 'words', words: NOT_IN_FILE });
});

it('asks no more once the document is closed', async () => {
  callHost.mockRejectedValue(lineClosed);
  show();
  await vi.advanceTimersByTimeAsync(100);
  opened.doc.destroy();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(callHost).toHaveBeenCalledTimes(1);
});

it('shows nothing where another picture stands by then', async () => {
  callHost.mockResolvedValue(png);
  show()();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown?.kind).toBe('words');
});

it('names the address of a picture that is elsewhere, and asks nobody for it', () => {
  showPicture(opened, { alt: '', address: 'https://example.com/a.png' }, (next) => {
    shown = next;
  });
  expect(shown).toEqual({
    kind: 'words',
    words: 'Picture: no description. Not loaded from the network: https://example.com/a.png.',
  });
  expect(callHost).not.toHaveBeenCalled();
});

it.each([
  ['./img/graph two.png', 'It is not in this file, and was not found at ./img/graph two.png.'],
  ['C:\\img\\a.png', 'It is not in this file, and was not found at C:\\img\\a.png.'],
  ['file:///img/a.png', 'It is not in this file, and was not found at file:///img/a.png.'],
  ['//example.com/a.png', 'Not loaded from the network: //example.com/a.png.'],
  [null, 'It has no address.'],
])('says of a picture at %j why it is not there', (address, why) => {
  showPicture(opened, { alt: '', address }, (next) => {
    shown = next;
  });
  expect(shown).toEqual({ kind: 'words', words: `Picture: no description. ${why}` });
  expect(callHost).not.toHaveBeenCalled();
});
