import { expect, test } from 'vitest';
import { AskedFiles } from './askedFiles.ts';

test('files that are asked for before anything can open them are opened once, those asked for later at once', () => {
  const asked = new AskedFiles();
  const opened: (readonly string[])[] = [];
  asked.ask(['/a.debrief']);
  asked.ask(['/b.debrief', '/c.debrief']);
  expect(asked.openBy((paths) => opened.push(paths))).toEqual(['/a.debrief', '/b.debrief', '/c.debrief']);
  expect(opened).toEqual([]);
  asked.ask(['/d.debrief']);
  asked.ask([]);
  expect(opened).toEqual([['/d.debrief'], []]);
});
