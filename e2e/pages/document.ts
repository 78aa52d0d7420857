import { expect, type Locator, type Page } from '@playwright/test';

/** The page of an open postmortem. */
export class DocumentPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get body(): Locator {
    return this.page.locator('.ProseMirror');
  }

  get title(): Locator {
    return this.page.getByRole('textbox', { name: 'Title' });
  }

  get saveState(): Locator {
    return this.page.locator('[data-save-state]');
  }

  /** Waits until the window says that everything typed is safe. */
  async saved(): Promise<void> {
    await expect(this.saveState).toHaveAttribute('data-save-state', 'saved');
  }

  async readOnly(): Promise<void> {
    await expect(this.saveState).toHaveAttribute('data-save-state', 'read-only');
  }

  /** Types at the end of the first line that holds `text`. */
  async typeAfter(text: string, words: string): Promise<void> {
    await this.body.getByText(text, { exact: false }).first().click();
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(words);
  }
}
