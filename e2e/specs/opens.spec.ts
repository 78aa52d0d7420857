import { expect, test } from '../fixtures/app.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';
import { LibraryPage } from '../pages/library.ts';

test('the first window shows the library', async ({ app }) => {
  await app.launch();
  await expect(app.page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
});

test('after a restart the window shows the library again', async ({ app }) => {
  await app.launch();
  const page = await app.relaunch();
  await expect(page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
});

test('a file that is given and is not there is named', { tag: '@desktop' }, async ({ app }) => {
  const path = await writePostmortem(app, 'There', [line('Text.')]);
  await app.launch('/nowhere/gone.debrief');
  await expect(new LibraryPage(app.page).rows.first()).toBeVisible();
  const opened = app.electron?.waitForEvent('window');
  const said = await app.electron?.evaluate(
    ({ app: program, dialog }, there) =>
      new Promise((resolve) => {
        dialog.showMessageBox = async (...words: readonly unknown[]) => {
          resolve(words.at(-1));
          return { response: 0, checkboxChecked: false };
        };
        program.emit('second-instance', {}, ['moved.debrief', there], '/nowhere');
      }),
    path,
  );
  expect(said).toMatchObject({
    message: 'There is no file /nowhere/moved.debrief.',
    detail: 'Check its name and folder.',
  });
  await expect(new DocumentPage((await opened)!).body.getByText('Text.')).toBeVisible();
});
