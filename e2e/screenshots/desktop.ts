import { launchElectron } from '../fixtures/electronHost.ts';
import type { Folders } from '../fixtures/host.ts';
import { shoot } from './shoot.ts';

/** Takes a picture of the desktop window, in the Electron that the tests use. */
export async function shootDesktop(folders: Folders, file: string): Promise<void> {
  const desktop = await launchElectron(folders, [file]);
  try {
    await desktop.page.locator('.ProseMirror').waitFor();
    await desktop.page.getByText('Saved on this device').first().waitFor();
    await shoot(desktop.page, 'desktop');
  } finally {
    await desktop.close();
  }
}
