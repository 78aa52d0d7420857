import { expect, type Locator, type Page } from '@playwright/test';

/** The timeline with its metrics and its foot. */
export const timeline = (page: Page): Locator => page.locator('[data-node="timeline"]');

export const rows = (page: Page): Locator => page.locator('[data-node="timelineRow"]');

/** The row whose event says so. */
export const rowOf = (page: Page, event: string): Locator => rows(page).filter({ hasText: event });

/** The time of a row as it is shown. */
export const timeOf = (row: Locator): Locator => row.getByRole('cell').first();

/** The field of a time while it is typed in. */
export const timeField = (row: Locator): Locator => row.getByRole('textbox', { name: 'Time (UTC)' });

export const eventOf = (row: Locator): Locator => row.locator('[data-node="timelineEvent"]');

export const sourceOf = (row: Locator): Locator => row.locator('[data-node="timelineSource"]');

/** One of the four lengths: `detect`, `acknowledge`, `mitigate`, `resolve`. */
export const metric = (page: Page, key: string): Locator => page.locator(`[data-metric="${key}"]`);

/** The row to add at the foot. */
export const quickAdd = (page: Page): Locator => page.getByRole('group', { name: 'Add a row' });

export const quickField = (page: Page, name: 'time' | 'event' | 'source'): Locator =>
  quickAdd(page).locator(`input[name="${name}"]`);

export interface TypedRow {
  /** As typed; empty for now. */
  readonly time: string;
  readonly event: string;
  readonly source?: string;
  /** The beginnings of milestones' names, as typed to choose them. */
  readonly milestones?: readonly string[];
}

/** Goes by keys alone from anywhere in the window to the time field at the foot of an empty timeline. */
export async function goToQuickAdd(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await expect(quickField(page, 'event')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(quickField(page, 'time')).toBeFocused();
}

/** Types a row at the foot by keys alone, from its time field, which has the focus afterwards. */
export async function typeQuickRow(page: Page, row: TypedRow): Promise<void> {
  await page.keyboard.type(row.time);
  await page.keyboard.press('Tab');
  await page.keyboard.type(row.event);
  for (const milestone of row.milestones ?? []) {
    await page.keyboard.press('Alt+m');
    await page.keyboard.type(milestone);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type(row.source ?? '');
  await page.keyboard.press('Enter');
}

/** What each row shows: its time, also while that is typed in, then its event. */
export const shownRows = (page: Page): Promise<readonly string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((row) => {
      const time = row.querySelector('[role="cell"]');
      const shown = time?.querySelector('input')?.value ?? time?.querySelector('button')?.textContent;
      const blocks = [...(row.querySelector('[data-node="timelineEvent"]')?.children ?? [])];
      return [shown, ...blocks.map((block) => block.textContent)].join(' ');
    }),
  );

/**
 * Pastes text where the focus is, with HTML beside it where there is some. The clipboard of the machine is
 * shared by all tests that run at once, so the event brings its own.
 */
export async function paste(page: Page, text: string, html?: string): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain ?? '');
      if (rich) clipboardData.setData('text/html', rich);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [text, html] as const,
  );
}
