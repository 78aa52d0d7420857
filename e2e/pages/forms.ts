import type { Locator, Page } from '@playwright/test';

/** The chain of whys. */
export const chain = (page: Page): Locator => page.locator('[data-node="whyChain"]');

/** Why 1, 2, … */
export const why = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: `Why ${number}`, exact: true });

export const whys = (page: Page): Locator => page.locator('[data-node="why"]');

export const question = (row: Locator): Locator => row.locator('[data-node="whyQuestion"] [data-stop]');

export const answer = (row: Locator): Locator => row.locator('[data-node="whyAnswer"]');

/** The row of an action item by its label, `A1`. */
export const action = (page: Page, label: string): Locator =>
  page.locator('[data-node="actionItem"]').and(page.getByRole('row', { name: label, exact: true }));

export const actions = (page: Page): Locator => page.locator('[data-node="actionItem"]');

/** A cell's control in a row: `owner`, `due`. */
export const cell = (row: Locator, name: string): Locator => row.locator(`[data-cell="${name}"]`);

/** Where the text of a row stands. */
export const text = (row: Locator): Locator => row.locator('[data-stop]').first();

/** A field by its name. */
export const field = (page: Page, name: string): Locator =>
  page.locator('[data-node="field"]').and(page.getByRole('group', { name, exact: true }));

/** The text that an empty place shows as guidance; null when it holds text. */
export const prompt = (place: Locator): Promise<string | null> => place.getAttribute('data-prompt');
