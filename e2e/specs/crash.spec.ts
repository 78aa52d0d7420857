import { bodyOf } from '../../shared/document/layout.ts';
import { expect, test } from '../fixtures/app.ts';
import { line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';

test('a window that is denied to leave its page goes on saving, and one that crashed is reloaded with all that was typed', {
  tag: '@desktop',
}, async ({ app }) => {
  const path = await writePostmortem(app, 'Crash', [line('Alpha.')]);
  const document = new DocumentPage(await app.launch(path));
  await document.body.getByText('Alpha.').click();
  await document.page.keyboard.press('End');
  await document.page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  // Playwright waits for the navigation that was denied: from here on Electron itself is asked.
  await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.insertText(' Typed.'),
  );
  await expect.poll(async () => bodyOf(await readFile(path)).toString()).toContain('Alpha. Typed.');
  await app.electron?.evaluate(({ BrowserWindow, dialog }) => {
    const showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    Object.assign(dialog, { showMessageBox });
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const shown = () =>
    app.electron?.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isCrashed()) return 'nothing';
      // A page that is just crashing never answers.
      const silence = new Promise((said) => setTimeout(said, 1000, 'nothing'));
      return String(await Promise.race([contents.executeJavaScript('document.body.innerText'), silence]));
    });
  await expect.poll(shown).toContain('Alpha. Typed.');
  await expect.poll(shown).toContain('Saved');
  await app.close();
  expect(bodyOf(await readFile(path)).toString()).toContain('Alpha. Typed.');
});
