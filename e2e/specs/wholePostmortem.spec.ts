import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { INCIDENT, MILESTONES } from '../fixtures/incident.ts';
import { exported } from '../pages/exported.ts';
import { action, answer, cell, chain, field, question, text, why, whys } from '../pages/forms.ts';
import { LibraryPage, NewDialog } from '../pages/library.ts';
import { expectSaved, postmortem } from '../pages/openPostmortem.ts';
import { pdfPages } from '../pages/pdfText.ts';
import {
  eventOf,
  goToQuickAdd,
  metric,
  rowOf,
  rows,
  sourceOf,
  timeline,
  timeOf,
  typeQuickRow,
} from '../pages/timeline.ts';

test.use({ closes: 'browser' });

const TITLE = 'Checkout returned 5xx for 28 minutes';
const WHYS = [1, 2, 3, 4, 5].map((number) => ({
  question: `Why did link ${number} of the chain give way?`,
  answer: `Because of the reason that is numbered ${number}.`,
}));
const SUMMARY = Array.from(
  { length: 24 },
  (_, index) => `Paragraph ${index + 1} says what was seen by whom, and what was not known at the time.`,
);
const HEADINGS = [
  'Summary',
  'Customer impact',
  'Timeline (UTC)',
  'Root cause (5 Whys)',
  'Contributing factors',
  'Why we did not catch this earlier',
  'What went right',
  'What went wrong',
  'Action items',
  'Lessons',
  'Related artefacts',
  'Customer communication',
  'Publication checklist',
  'Sign-off',
];
test.describe.configure({ timeout: 420_000 });

test('a complete postmortem is written, is there after a restart, and goes out as Markdown and PDF', async ({
  app,
}) => {
  const page = await app.launch();
  await page
    .getByRole('heading', { name: /postmortem/i })
    .first()
    .waitFor();
  await page.keyboard.press(app.host === 'electron' ? 'ControlOrMeta+n' : 'Alt+n');
  const dialog = new NewDialog(page);
  await dialog.severity('P0').click();
  await dialog.template('Full').check();
  await dialog.title.fill(TITLE);
  await dialog.create.click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE);

  await fillFacts();
  await test.step('the summary, with a picture from the clipboard', async () => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.type('Card payments were refused between 23:44 and 00:53 UTC. ');
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 64;
      canvas.height = 32;
      canvas.getContext('2d')?.fillRect(8, 8, 40, 16);
      const picture = new Promise<Blob>((done, failed) =>
        canvas.toBlob((blob) => (blob === null ? failed(new Error('no picture')) : done(blob)), 'image/png'),
      );
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await picture })]);
    });
    await page.keyboard.press('ControlOrMeta+v');
    await expect(postmortem(page).locator('img[src^="blob:"]')).toHaveCount(1);
    // So much that the timeline below it does not fit on one page.
    for (const paragraph of SUMMARY) {
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(paragraph);
    }
  });
  await test.step('the customer impact', async () => {
    for (const [name, words] of [
      ['Number of customers affected', 'About 1,200'],
      ['Tenants affected (named)', 'Both were told'],
      ['Revenue impact', 'None measured'],
      ['Data impact', 'No data was touched'],
      ['SLO impact', '12% of the budget'],
      ['Status-page entry', 'https://status.example/1'],
      ['Customer-comm artifacts', 'Mail 42'],
    ] as const) {
      await text(field(page, name)).click();
      await page.keyboard.type(words);
    }
    await field(page, 'Data impact').getByRole('radio', { name: 'None' }).click();
  });
  await test.step('twenty rows over midnight by keyboard alone', async () => {
    await goToQuickAdd(page);
    for (const row of INCIDENT) await typeQuickRow(page, row);
    await expect(rows(page)).toHaveCount(INCIDENT.length);
  });
  await test.step('five whys and an action made from the last', async () => {
    await page.locator('[data-node="whyProblem"] [data-stop]').click();
    await page.keyboard.type('Checkout returned 5xx.');
    await page.keyboard.press('Enter');
    for (const [index, link] of WHYS.entries()) {
      await page.keyboard.type(link.question);
      await page.keyboard.press('Enter');
      await page.keyboard.type(link.answer);
      if (index < WHYS.length - 1) await page.keyboard.press('ControlOrMeta+Enter');
    }
    await page.keyboard.press('Tab');
    await expect(chain(page)).toContainText('5 of 5 answered');
    await page.locator('[data-node="rootCause"]').click();
    await page.keyboard.type('No limit is enforced across services.');
    await question(why(page, 5)).click();
    await page.keyboard.press('Alt+a');
    await page.keyboard.type('Enforce one request limit.');
    await expect(text(action(page, 'A1'))).toHaveText('Enforce one request limit.');
    await cell(action(page, 'A1'), 'owner').fill('Ruth Adeyemi');
    await cell(action(page, 'A1'), 'ticket').fill('SEC-3120');
    await cell(action(page, 'A1'), 'due').fill('2026-12-01');
    await cell(action(page, 'A1'), 'due').press('Enter');
  });
  await test.step('the other sections', async () => {
    for (const [heading, words] of [
      ['What went right', 'The alert fired within 30 seconds'],
      ['What went wrong', 'The dashboard panel was broken'],
      ['Lessons', 'Two limits that should agree need a check'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Sections' }).getByText(heading).click();
      await page.keyboard.type(words);
    }
    for (const [name, words] of [
      ['The alert that should have caught this', 'It never fired'],
      ['The dashboard panel that would have shown this', 'Nobody looked'],
      ['The chaos experiment that would have surfaced this', 'It is not run'],
      ['Runbooks consulted', 'checkout-5xx'],
      ['Dashboards consulted', 'Checkout'],
      ['Alerts that fired', 'Checkout5xx'],
      ['PagerDuty incident', 'PD-1'],
      ['Incident Slack channel', '#inc-1'],
      ['War-room Zoom recording', 'Recording of the call'],
      ['Commits / PRs related', 'The fix'],
      ['Chaos experiments related', 'Large carts'],
      ['Status page: initial entry', 'Entry one'],
      ['Status page: updates', 'Entry two'],
      ['Status page: resolution', 'Entry three'],
      ['Email to affected tenants: draft', 'Draft one'],
      ['Email to affected tenants: final', 'Final one'],
      ['Email to affected tenants: recipients', 'Both tenants'],
      ['Email to affected tenants: sent at (UTC)', '2026-11-24 16:00'],
      ['Support tickets opened by customers: count', 'Seven'],
      ['Support tickets opened by customers: IDs', 'SUP-1 to SUP-7'],
      ['Public-facing postmortem published?', 'https://status.example/public'],
    ] as const) {
      await text(field(page, name)).click();
      await page.keyboard.type(words);
    }
    const factor = page.locator('[data-node="fieldList"]').nth(1).locator('[data-node="field"]').first();
    await text(factor).click();
    await page.keyboard.type('The runbook had moved');
  });
  await test.step('the checklist and the sign-off', async () => {
    const boxes = page.locator('[data-node="checklist"]').getByRole('checkbox');
    await expect(boxes).toHaveCount(7);
    for (const index of [0, 3, 6]) await boxes.nth(index).click();
    const commander = page.locator('[data-node="signOffRow"]').first();
    await cell(commander, 'name').fill('Ines Okafor');
    await commander.getByRole('button', { name: /Sign today/ }).click();
  });
  await expectSaved(page);

  const again = await app.relaunch();
  await new LibraryPage(again).open(TITLE).click();
  await postmortem(again).waitFor();
  await test.step('everything is there after a restart', async () => {
    await expectTheIncident(again);
    await expect(whys(again)).toHaveCount(5);
    await expect(question(why(again, 5))).toHaveText(WHYS[4]?.question ?? '');
    await expect(answer(why(again, 1))).toHaveText(WHYS[0]?.answer ?? '');
    await expect(text(action(again, 'A1'))).toContainText('Enforce one request limit.');
    await expect(cell(action(again, 'A1'), 'ticket')).toHaveValue('SEC-3120');
    await expect(why(again, 5)).toContainText('A1');
    await expect(again.locator('[data-node="checklist"]')).toContainText('3 of 7');
    await expect(postmortem(again).locator('img[src^="blob:"]')).toHaveCount(1);
    await expect(text(field(again, 'Chaos experiments related'))).toHaveText('Large carts');
    await expect(again.getByRole('combobox', { name: 'On-call secondary' })).toHaveValue('Linnea Berg');
  });

  await test.step('Markdown holds it all', async () => {
    const { bytes } = await exported(app, 'Markdown');
    const markdown = new TextDecoder().decode(bytes);
    for (const words of [...SUMMARY, ...INCIDENT.map(({ event }) => event)])
      expect(markdown).toContain(words);
    for (const link of WHYS) expect(markdown).toContain(link.answer);
    expect(markdown).toContain('Large carts');
    expect(markdown).toMatch(/!\[[^\]]*\]\((exported\.assets\/[0-9a-f]{64}\.png|data:image\/png)/);
  });

  await test.step('the PDF holds every row, why, action and heading once and in order', async () => {
    const { bytes } = await exported(app, 'PDF');
    const pages = await pdfPages(bytes);
    const whole = pages.map(({ text: words }) => words).join(' ');
    expect(whole).not.toContain('\u0000');
    const body = whole.slice(whole.indexOf('Summary'));
    const expected = [
      HEADINGS[0] ?? '',
      ...SUMMARY,
      ...HEADINGS.slice(1, 3),
      ...INCIDENT.map(({ event }) => event),
      HEADINGS[3] ?? '',
      ...WHYS.flatMap((link) => [link.question, link.answer]),
      ...HEADINGS.slice(4, 9),
      'Enforce one request limit.',
      ...HEADINGS.slice(9),
    ];
    let from = 0;
    for (const words of expected) {
      const at = body.indexOf(words, from);
      expect(at, `“${words}” in its place`).toBeGreaterThanOrEqual(0);
      from = at + words.length;
    }
    for (const { event } of INCIDENT)
      expect(whole.split(`${event} `).length + (whole.endsWith(event) ? 1 : 0)).toBe(2);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages.length).toBeLessThanOrEqual(7);
    for (const [index, { text: words }] of pages.entries()) {
      expect(words).toMatch(/INC-\d{4}-\d{2}-\d{2}-\d{3}/);
      expect(words).toContain(`${index + 1} / ${pages.length}`);
    }
    const pagesOfRows = pages.filter(({ text: words }) =>
      INCIDENT.some(({ event }) => words.includes(event)),
    );
    expect(pagesOfRows.length).toBeGreaterThan(1);
    for (const { text: words } of pagesOfRows) expect(words).toMatch(/Time \(UTC\)\s+Event\s+Source/);
  });

  async function expectTheIncident(shown: Page): Promise<void> {
    await expect(rows(shown)).toHaveCount(INCIDENT.length);
    for (const [index, typed] of INCIDENT.entries()) {
      const row = rows(shown).nth(index);
      await expect(timeOf(row)).toHaveText(new RegExp(`^${typed.shown.replace(/[?]/g, '\\?')}`));
      await expect(eventOf(row)).toHaveText(typed.event);
      await expect(sourceOf(row)).toHaveText(typed.source ?? '');
      if (typed.source?.startsWith('https:'))
        await expect(sourceOf(row).locator('a')).toHaveAttribute('href', typed.source);
      const said = typed.milestones?.map((beginning) => MILESTONES[beginning]).join('. ');
      if (said) await expect(row.getByRole('row')).toHaveAttribute('aria-description', said);
    }
    for (const day of ['Thursday 12 November 2026', 'Friday 13 November 2026'])
      await expect(timeline(shown).getByText(day, { exact: true })).toBeVisible();
    await expect(timeOf(rowOf(shown, 'Vendor confirms'))).toContainText('01:36 CET');
    await expect(timeline(shown).getByText('20 rows, all times UTC')).toBeVisible();
    await expect(metric(shown, 'detect')).toContainText('8 min');
    await expect(metric(shown, 'acknowledge')).toContainText('4 min');
    await expect(metric(shown, 'mitigate')).toContainText('1 h 09 min');
    await expect(metric(shown, 'resolve')).toContainText('1 h 34 min');
  }

  async function fillFacts(): Promise<void> {
    await test.step('the facts', async () => {
      const fact = (name: string) => page.getByRole('textbox', { name, exact: true });
      const box = (name: string) => page.getByRole('combobox', { name, exact: true });
      await fact('First alert').fill('2026-11-12 23:52');
      await fact('First alert').press('Enter');
      await fact('All-clear').fill('01:40');
      await fact('All-clear').press('Enter');
      await expect(fact('All-clear')).toHaveValue('2026-11-13 01:40');
      for (const [name, members] of [
        ['Tenants', 'acme, brightcart'],
        ['Regions', 'eu-west-1'],
        ['Services', 'checkout-api'],
      ] as const) {
        await box(name).fill(members);
        await box(name).press('Enter');
      }
      for (const [name, value] of [
        ['Detected by', 'automated alert'],
        ['Incident commander', 'Ines Okafor'],
        ['On-call primary', 'Tomasz Wrona'],
        ['On-call secondary', 'Linnea Berg'],
        ['Recorder', 'Dario Metz'],
        ['Author', 'Dario Metz'],
      ] as const) {
        await box(name).or(fact(name)).first().fill(value);
      }
    });
  }
});
