import { expect, test } from '../fixtures/app.ts';

test('the first window shows the library', async ({ app }) => {
  await app.launch();
  await expect(app.page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
});

test('after a restart the window shows the library again', async ({ app }) => {
  await app.launch();
  const page = await app.relaunch();
  await expect(page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
});
