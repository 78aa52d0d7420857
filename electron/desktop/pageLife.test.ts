import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessageBoxOptions, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { askAfterCrash, onPageBegun } from './pageLife.ts';

/** A window in which each `answers` is what a person presses next. */
function windowWith(answers: readonly number[], troubles: readonly string[] = []) {
  const done: string[] = [];
  const asked: string[] = [];
  const details: string[] = [];
  const contents = Object.assign(new EventEmitter(), { reload: () => done.push('reload') });
  const window = {
    webContents: contents as unknown as WebContents,
    isDestroyed: () => done.includes('destroy'),
    destroy: () => done.push('destroy'),
  } as unknown as BrowserWindow;
  const ask = async (_window: BrowserWindow, { message, detail = '' }: MessageBoxOptions) => {
    asked.push(message);
    details.push(detail);
    return answers[asked.length - 1] ?? 0;
  };
  askAfterCrash(window, ask, () => troubles);
  const crash = async (reason = 'crashed') => {
    contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asked, details, done, crash };
}

test.each([
  ['old', [{}, 'https://example.org/', false, true, 1, 1]],
  ['new', [{ url: 'https://example.org/', isSameDocument: false, isMainFrame: true }]],
])('a navigation that starts and is denied begins no page (an event of the %s shape)', (_shape, event) => {
  const contents = new EventEmitter();
  let pages = 0;
  onPageBegun(contents as unknown as WebContents, () => {
    pages += 1;
  });
  contents.emit('did-start-navigation', ...event);
  contents.emit('did-navigate-in-page', {}, 'app://debrief/#/', true);
  expect(pages).toBe(0);
  contents.emit('did-navigate', {}, 'app://debrief/', 200, 'OK');
  expect(pages).toBe(1);
});

test('a page that crashes again and again is reloaded only as often as someone asks for it', async () => {
  const { asked, done, crash } = windowWith([0, 0, 1]);
  await crash();
  await crash('oom');
  expect(done).toEqual(['reload', 'reload']);
  await crash();
  expect(done).toEqual(['reload', 'reload', 'destroy']);
  await crash();
  expect(asked).toHaveLength(3);
});

test('a page that ends as it should is not asked about', async () => {
  const { asked, crash } = windowWith([]);
  await crash('clean-exit');
  expect(asked).toEqual([]);
});

test('of a page that crashed it is said where a document is kept that its file did not take', async () => {
  const kept =
    'Another postmortem was put in place of this file. What you wrote is kept in “a (kept).debrief”.';
  const { details, crash } = windowWith([0], [kept]);
  await crash();
  expect(details).toEqual([expect.stringMatching(/^Nothing that was saved is lost\. /)]);
  expect(details[0]).toContain(kept);
});
