import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { DocumentPage } from '../pages/document.ts';

test('TH-13 a desktop window has no Node, no permission, and stays where it is', {
  tag: '@desktop',
}, async ({ app }) => {
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
  await app.close();
  const page = await app.launch(path);
  const { body } = new DocumentPage(page);
  await expect(body.getByText('<script>window.harmed = true</script>')).toBeVisible();
  await expect(body.getByText('onerror="window.harmed = true"')).toBeVisible();
  await expect(body.getByText('A line with')).toContainText('raw');
  await expect(body.locator('script, b[onclick], img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});
