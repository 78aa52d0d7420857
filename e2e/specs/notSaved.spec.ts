import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { readBody, textOf } from '../../shared/document/readBody.ts';
import { expect, test } from '../fixtures/app.ts';
import { line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';

test.use({ closes: 'browser' });

test('FF-23 what is typed while another postmortem lies in the way is in the copy that the window names, and leaving says so', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'In the way', [line('Alpha.')]);
  const other = await writePostmortem(app, 'Other', [line('Not this one.')]);
  const document = new DocumentPage(await app.launch(path));
  await document.typeAfter('Alpha.', ' Saved.');
  await document.saved();

  renameSync(other, path);
  await document.typeAfter('Saved.', ' Bravo');
  await expect(document.saveState).toHaveAttribute('data-save-state', 'not-saved');
  await document.page.keyboard.type(' and Charlie');
  const kept = join(app.libraryFolder, 'In the way (kept).debrief');
  const textOfCopy = async () =>
    existsSync(kept)
      ? readBody(await readFile(kept))
          .map(textOf)
          .join('\n')
      : '';
  await expect.poll(textOfCopy).toContain('Alpha. Saved. Bravo and Charlie');

  await document.page.getByRole('button', { name: 'Library' }).click();
  const dialog = document.page.getByRole('dialog');
  await expect(dialog).toContainText('is left with changes that are not saved');
  await expect(dialog).toContainText('(kept)');
});
