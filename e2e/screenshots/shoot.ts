import { join } from 'node:path';
import type { Page } from '@playwright/test';

export const OUT = 'docs/screenshots';

/** Where a picture lies: `NAME.png`, `NAME-dark.png`. */
export const pathOf = (name: string, theme: 'light' | 'dark' = 'light'): string =>
  join(OUT, theme === 'light' ? `${name}.png` : `${name}-dark.png`);

/** Takes one picture in both themes. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((shown) => {
      document.documentElement.dataset.theme = shown;
    }, theme);
    await page.waitForTimeout(250);
    await page.screenshot({ path: pathOf(name, theme), scale: 'css' });
  }
}
