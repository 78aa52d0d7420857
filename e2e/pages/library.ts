import type { Locator, Page } from '@playwright/test';

/** The list of postmortems. */
export class LibraryPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The rows, as they are on screen. */
  get rows(): Locator {
    return this.page.locator('tbody tr');
  }

  /** What opens the postmortem of that title, or the broken file of that name. */
  open(title: string): Locator {
    return this.page.locator('tbody').getByRole('button', { name: title, exact: true });
  }

  /** The row of a title. */
  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('button', { name: title, exact: true }) });
  }

  get newButton(): Locator {
    return this.page.getByRole('button', { name: 'New postmortem' });
  }

  get back(): Locator {
    return this.page.getByRole('button', { name: 'Library', exact: true });
  }
}

/** The dialog for a new postmortem. */
export class NewDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'New postmortem' });
  }

  severity(severity: 'P0' | 'P1' | 'P2' | 'P3'): Locator {
    return this.dialog.getByRole('radio', { name: `Severity ${severity}` });
  }

  template(name: 'Full' | 'Short'): Locator {
    return this.dialog.getByRole('radio', { name, exact: true });
  }

  get title(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Title' });
  }

  get incidentId(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Incident ID' });
  }

  get create(): Locator {
    return this.dialog.getByRole('button', { name: 'Create' });
  }
}

export interface DroppedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The media type that the system would give it. */
  readonly type?: string;
}

/** Drags files onto the middle of the window and lets them go there. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const carried = files.map(({ name, content, type = '' }) => ({
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
  }));
  await page.evaluate((carried) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of carried) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const under = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      under.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, carried);
}
