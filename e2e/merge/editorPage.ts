import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { browserFlags, obtained } from '../fixtures/host.ts';
import type {} from './page.ts';

/** Opens a page that holds the product's editor and what these tests do with it, and no host. */
export async function openEditorPage(): Promise<{ readonly page: Page; readonly browser: Browser }> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-merge-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      target: 'chrome108',
      minify: false,
      lib: { entry: 'e2e/merge/page.ts', formats: ['iife'], name: 'merge', fileName: () => 'merge.js' },
    },
  });
  const browser = await chromium.launch({
    executablePath: obtained('DEBRIEF_HEADLESS'),
    args: [...browserFlags],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(folder, 'merge.js') });
  return { page, browser };
}
