import type { Locator, Page } from '@playwright/test';

/** The command palette. */
export class Palette {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Command palette' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.dialog.waitFor();
  }

  get field(): Locator {
    return this.dialog.getByRole('combobox');
  }

  get lines(): Locator {
    return this.dialog.getByRole('option');
  }

  /** The line that Enter runs. */
  get current(): Locator {
    return this.dialog.locator('[role="option"][aria-selected="true"]');
  }

  /** Opens it, types and presses Enter: by keyboard alone. */
  async run(typed: string): Promise<void> {
    await this.open();
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'detached' });
  }
}
