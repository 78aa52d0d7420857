import { expect, test } from '../fixtures/app.ts';
import { openNewPostmortem, postmortem } from '../pages/openPostmortem.ts';
import { paste, rows } from '../pages/timeline.ts';

/** As a word processor on the web writes it: a `<b>` that is not bold around all, bold text as a styled span. */
const FOREIGN = `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1">
<p style="line-height:1.4" onclick="window.ran = true"><span style="font-weight:700">Bold words</span><span
style="font-style:italic"> slanted words</span> and plain ones</p></b>
<p><a href="javascript:window.ran = true">a refused link</a>, <a href="https://ok.example/">a good link</a></p>
<p><img src="https://pictures.example/chart.png" alt="A chart" onerror="window.ran = true" style="width:9px"></p>
<p><img src="https://pictures.example/pixel.gif" width="1" height="1"></p>
<script>window.ran = true</script><style>p { color: red }</style><iframe src="https://frames.example/"></iframe>
<p style="display:none">hidden words</p>`;

/** A black square of 8 pixels. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADElEQVR42mNgoA4AAABIAAEQRe/SAAAAAElFTkSuQmCC';
/** One pixel that nobody sees. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

test('HTML of another program brings its words, marks and links, and nothing that runs or is fetched', async ({
  app,
}) => {
  await openNewPostmortem(app);
  const { page } = app;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('Alt+2');
  await paste(page, 'plain', FOREIGN);
  const body = postmortem(page);
  await expect(body.locator('strong')).toHaveText('Bold words');
  await expect(body.locator('em')).toHaveText(' slanted words');
  await expect(body).toContainText('and plain ones');
  await expect(body).toContainText('a refused link');
  await expect(body.locator('a')).toHaveText(['a good link', 'A chart']);
  await expect(body).not.toContainText('hidden words');
  await expect(body).not.toContainText('color: red');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked.filter((address) => address.includes('.example'))).toEqual([]);

  // Cells that are pasted at a caret replace no cell that is written in.
  await page.keyboard.press('Alt+3');
  await paste(page, '', '<table><tr><td>CellA</td><td>CellB</td></tr></table>');
  await body.locator('td').first().click();
  await paste(page, '', '<table><tr><td>New A</td></tr><tr><td>New B</td></tr></table>');
  await expect(body.locator('table')).toHaveCount(2);
  await expect(body.locator('td')).toHaveText(['CellA', 'CellB', 'New A', 'New B']);
});

test('a picture copied from a page is taken from the clipboard, not from its address', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+2');
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }));
    clipboardData.setData(
      'text/html',
      '<meta charset="utf-8"><img src="https://pictures.example/chart.png">',
    );
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  const body = postmortem(page);
  await expect(body.locator('img[src^="blob:"]')).toHaveCount(1);
  await expect(body.locator('a')).toHaveCount(0);

  // So is one whose bytes stand in the HTML, among its words.
  await paste(
    page,
    'The graph:  ',
    `<p>The <b>graph</b>: <img src="${PICTURE}" alt="refused payments"> and<img src="${PIXEL}" alt="a pixel"> more</p>`,
  );
  await expect(body.locator('img[alt="refused payments"][src^="blob:"]')).toHaveCount(1);
  await expect(body).toContainText(/The graph: \s*and more/);
  await expect(body.locator('img[src^="blob:"]')).toHaveCount(2);
  await expect(body).not.toContainText('a pixel');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(body).not.toContainText('The graph');
  // One that is refused leaves its description.
  await paste(page, '', '<p>before <img src="data:image/png;base64,AAAA" alt="a drawing"> after</p>');
  const dialog = page.getByRole('dialog', { name: 'That did not work' });
  await expect(dialog).toContainText('a drawing is not a PNG, JPEG, GIF or WebP picture.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(body).toContainText('before a drawing after');
  // An icon of the page does so without a word; one that lies elsewhere is a link, however wide it is to be.
  await paste(
    page,
    '',
    `<p>then <img src="data:image/svg+xml,%3Csvg/%3E" alt="an icon"> and
<img src="https://pictures.example/rate.png" alt="Error rate" width="100%" height="auto"></p>`,
  );
  await expect(body).toContainText('then an icon and Error rate');
  await expect(body.getByRole('link', { name: 'Error rate' })).toBeVisible();
  await expect(dialog).toHaveCount(0);

  // Who types elsewhere before the picture is in the file goes on there.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Above');
  await page.keyboard.press('Enter');
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    const released = new Promise((release) => window.addEventListener('release-pictures', release));
    Blob.prototype.arrayBuffer = async function () {
      await released;
      return arrayBuffer.call(this);
    };
  });
  await paste(page, '', `<p>late <img src="${PICTURE}" alt="late"> words</p>`);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' all');
  await page.evaluate(() => void window.dispatchEvent(new Event('release-pictures')));
  await expect(body.locator('img[alt="late"]')).toHaveCount(1);
  await page.keyboard.type(' this');
  await expect(body.locator('p', { hasText: 'late' })).toHaveText(/^late \s*words$/);
  await expect(body).toContainText('Above all this');
});

test('a styled table with times becomes rows of the timeline', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  await page.keyboard.press('Alt+4');
  await paste(
    page,
    '14:02\tAlert',
    `<table style="border:1px"><tr style="font-weight:bold"><td style="color:red">14:02</td><td>Alert fires</td></tr>
<tr><td>14:05</td><td style="font-weight:700">Acknowledged</td></tr></table>`,
  );
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1).locator('strong')).toHaveText('Acknowledged');
});
