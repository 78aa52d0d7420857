import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The browser of this machine that tests print with; it is installed when that can be done. @throws Error */
export function testBrowser(): string {
  const program = join(import.meta.dirname, '../../../build/obtain-browser.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`There is no browser to test with. ${stderr}`);
  const { executablePath }: { readonly executablePath: string } = JSON.parse(
    stdout.slice(stdout.lastIndexOf('{')),
  );
  return executablePath;
}
