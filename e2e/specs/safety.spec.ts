import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflicting } from '../../electron/services/decoding/hostile.testkit.ts';
import { encodeFile, newHeader } from '../../electron/storage/createFile.ts';
import { RECORD_TYPE } from '../../electron/storage/format/record.ts';
import { expect, test } from '../fixtures/app.ts';
import { line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';

test('TH-13 a desktop window has no Node, no permission, and stays where it is', {
  tag: '@desktop',
}, async ({ app }) => {
  await app.launch();
  const { page, electron } = app;
  await page
    .getByRole('heading', { name: /postmortem/i })
    .first()
    .waitFor();
  const preferences = await electron?.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents;
    return contents === undefined ? null : Reflect.get(contents, 'getLastWebPreferences').call(contents);
  });
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });

  const found = await page.evaluate(async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global'];
    const address = location.href;
    const other = window.open('https://elsewhere.example/');
    location.href = 'https://elsewhere.example/';
    const permissions = await Promise.all(
      (['geolocation', 'notifications'] as const).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    );
    return {
      node: names.filter((name) => name in window),
      moved: location.href !== address,
      opened: other !== null,
      permissions,
      asked: await Notification.requestPermission(),
    };
  });
  expect(found).toEqual({
    node: [],
    moved: false,
    opened: false,
    permissions: ['denied', 'denied'],
    asked: 'denied',
  });
  expect(new URL(page.url()).protocol).toBe('app:');
  expect(electron?.windows().length).toBe(1);
});

test('TH-13 a page that is not ours gets no answer from the host', {
  tag: '@desktop',
}, async ({ app }) => {
  await app.launch();
  await app.page
    .getByRole('heading', { name: /postmortem/i })
    .first()
    .waitFor();
  const answer = await app.electron?.evaluate(async ({ app: running, BrowserWindow }) => {
    const preload = `${running.getAppPath()}/dist/electron/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('data:text/html,stranger');
    const said = await stranger.webContents.executeJavaScript(`debriefHost.call('app.describe', {})`);
    stranger.destroy();
    return said;
  });
  expect(answer).toMatchObject({ ok: false, error: { sentence: 'This page may not ask that.' } });
});

test('TH-16 the HTML in a Markdown file is shown as text, and nothing of it runs or is fetched', async ({
  app,
}) => {
  const path = join(app.dataFolder, 'harm.md');
  writeFileSync(
    path,
    [
      '# Raw HTML',
      '<img src="x" onerror="window.harmed = true">',
      '<script>window.harmed = true</script>',
      'A line with <b onclick="harm()">raw</b> signs in it.',
    ].join('\n\n'),
  );
  const page = await app.launch(path);
  const { body } = new DocumentPage(page);
  await expect(body.getByText('<script>window.harmed = true</script>')).toBeVisible();
  await expect(body.getByText('onerror="window.harmed = true"')).toBeVisible();
  await expect(body.getByText('A line with')).toContainText('raw');
  await expect(body.locator('script, b[onclick], img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('TH-15 a file that is made to hang the app is a line with a reason in the library, and the others open', async ({
  app,
}) => {
  await app.launch();
  const bytes = encodeFile(newHeader('harm-1', 0), [
    { type: RECORD_TYPE.update, payload: conflicting(12_000) },
  ]);
  const harm = join(app.libraryFolder, 'harm.debrief');
  writeFileSync(harm, bytes);
  const path = await writePostmortem(app, 'Harmless', [line('Written elsewhere.')]);
  const page = await app.relaunch();
  await expect(page.getByText(/more time or memory than any postmortem needs/)).toBeVisible();
  await page.getByText('Harmless').first().click();
  const document = new DocumentPage(page);
  await document.typeAfter('Written elsewhere.', ' And here.');
  await document.saved();
  await app.close();
  expect(readFileSync(harm).equals(Buffer.from(bytes))).toBe(true);
  expect((await readFile(path)).getXmlFragment('body').toString()).toContain('And here.');
});
