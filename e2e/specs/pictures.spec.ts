import { expect, test } from '../fixtures/app.ts';
import { openNewPostmortem, postmortem } from '../pages/openPostmortem.ts';

test('a picture that is too large is refused in words that stay', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await postmortem(page).evaluate((editor) => {
    const clipboardData = new DataTransfer();
    const bytes = new Uint8Array(21 * 1024 * 1024);
    clipboardData.items.add(new File([bytes], 'big.png', { type: 'image/png' }));
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog', { name: 'That did not work' });
  await expect(dialog).toContainText('big.png has 21 MB; the limit is 20 MB.');
  await expect(dialog).toContainText('Save it smaller and add it again.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
});
