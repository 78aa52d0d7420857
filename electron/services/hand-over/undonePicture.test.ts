import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';

shareOneFile();

test('a picture that comes back by undo is in the file again, also where its holder has removed what was deleted', async () => {
  const held = await new Host('first').hold();
  const joined = await new Host('second').hold();
  const first = typing(held, 'first window');
  const hash = await joined.putImage(new Uint8Array([1, 2, 3]), 'image/png');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, joined.state());
  const pushed: Promise<void>[] = [];
  doc.on('update', (update) => pushed.push(joined.push(update, 'second window')));
  const line = (bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const undo = new Y.UndoManager(line);
  line.insert(line.length, hash);
  undo.stopCapturing();
  line.delete(line.length - hash.length, hash.length);
  await Promise.all(pushed);
  await held.removeDeletedText();
  expect((await imagesAt(nodeFileSystem, place.path, 'shared')).size).toBe(0);
  undo.undo();
  await Promise.all(pushed);
  expect(joined.saveState()).toEqual({ kind: 'saved' });
  expect(await onDisk()).toContain(hash);
  expect([...(await imagesAt(nodeFileSystem, place.path, 'shared')).keys()]).toEqual([hash]);
  expect(first.text()).toContain(hash);
  expect(held.image(hash)?.bytes).toEqual(new Uint8Array([1, 2, 3]));
});
